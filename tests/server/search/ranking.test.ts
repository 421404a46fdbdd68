import fc from 'fast-check';
import { createSearchIndex, type SearchDocument, type SearchIndex } from '../../../server/search';
import { ranking } from '../../../server/search/configuration';
import { countTerms, fieldShifts } from '../../../server/search/tokens';
import { seededRandom } from '../../support/seededRandom';
import { guide, idsOf } from './guides';

// Few words, so that documents share many terms and scores are often equal.
const word = fc.constantFrom('身份', '证', '居住', '登记', '社保', '卡', '补领', '办理', '的', 'app', '县');
const text = (longest: number): fc.Arbitrary<string> => fc.array(word, { maxLength: longest }).map((words) => words.join(''));
const document = fc.record<SearchDocument>({ id: fc.integer({ min: 0, max: 40 }).map(String), name: text(4), keywords: fc.array(text(2), { maxLength: 2 }), body: text(30) });
const action = fc.oneof(
  { weight: 5, arbitrary: document.map((added) => ({ kind: 'add' as const, added })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((id) => ({ kind: 'remove' as const, id: String(id) })) },
  // A query makes what was added a segment of its own, so that segments are many and merged often.
  { weight: 2, arbitrary: text(3).map((asked) => ({ kind: 'query' as const, asked })) },
);

/** Every document scored, without leaving anything out. */
function scoredOneByOne(index: SearchIndex, ids: Iterable<string>, asked: string, limit: number): [string, number][] {
  return [...ids]
    .map((id): [string, number] => [id, index.explain(asked, id)?.score ?? 0])
    .filter(([, score]) => score > 0)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, limit);
}

const ranked = (index: SearchIndex, asked: string, limit: number, accepts?: (id: string) => boolean): [string, number][] =>
  index.query(asked, { limit, ...(accepts === undefined ? {} : { accepts }) }).results.map(({ id, score }) => [id, score]);

describe('ranking', () => {
  it('gives exactly what scoring every document gives, whatever was added, replaced and removed before', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 120 }), text(6), fc.integer({ min: 1, max: 12 }), (actions, asked, limit) => {
        const index = createSearchIndex();
        const present = new Set<string>();
        for (const step of actions) {
          if (step.kind === 'add') {
            index.add(step.added);
            present.add(step.added.id);
          } else if (step.kind === 'remove') {
            expect(index.remove(step.id)).toBe(present.delete(step.id));
          } else {
            index.query(step.asked, { limit: 3 });
          }
        }
        expect(index.size).toBe(present.size);
        expect(ranked(index, asked, limit)).toEqual(scoredOneByOne(index, present, asked, limit));
        const isOdd = (id: string): boolean => Number(id) % 2 === 1;
        expect(ranked(index, asked, limit, isOdd)).toEqual(scoredOneByOne(index, [...present].filter(isOdd), asked, limit));
      }),
      { numRuns: 150 },
    );
  });

  it('gives exactly what scoring every document gives among thousands', () => {
    const random = seededRandom(7);
    const words = ['身份证', '居住证', '登记', '社保', '补领', '办理', '材料', '窗口', '企业', '许可', '残疾人', '补贴', '医疗', '报销', '养老', '公积金'];
    const draw = (count: number): string => Array.from({ length: count }, () => words[Math.floor(random() ** 2 * words.length)] ?? '').join('');
    const index = createSearchIndex();
    const ids = Array.from({ length: 9_000 }, (_, number) => String(number));
    for (const id of ids) index.add({ id, name: draw(2), keywords: [], body: draw(5 + Math.floor(random() * 20)) });
    for (const id of ids.splice(0, 900)) index.remove(id);
    for (const asked of ['身份证', '公积金补贴', '我想问企业养老报销要什么材料', '残疾人医疗']) {
      expect(ranked(index, asked, 10)).toEqual(scoredOneByOne(index, ids, asked, 10));
    }
  });

  it('scores by BM25 over weighted fields', () => {
    const documents = [guide('居住证申领', { keywords: ['流动人口'] }), guide('居住登记', { body: '居住满半年的，可以申领居住证。'.repeat(12) }), guide('护照')];
    const index = createSearchIndex();
    documents.forEach((each) => index.add(each));
    const counted = documents.map(countTerms);
    const { fieldWeights, lengthDiscounts, saturation } = ranking;
    const averages = [0, 1, 2].map((field) => Math.max(1, counted.reduce((sum, { lengths }) => sum + (lengths[field] ?? 0), 0) / counted.length));
    for (const { id, counts, lengths } of counted) {
      for (const part of index.explain('居住证申领流动人口', id)?.parts ?? []) {
        const packed = counts.get(part.term) ?? 0;
        const count = (field: keyof typeof fieldShifts): number => fieldWeights[field] * ((packed >>> fieldShifts[field]) & 255);
        const norm = (field: number, discount: number): number => 1 - discount + (discount * (lengths[field] ?? 0)) / (averages[field] ?? 1);
        const total = count('name') / norm(0, lengthDiscounts.name) + count('keywords') / norm(1, lengthDiscounts.keywords) + (count('lead') + count('body')) / norm(2, lengthDiscounts.body);
        expect(part.saturation).toBeCloseTo(total / (total + saturation), 5);
      }
    }
  });

  it('puts a word in the name before the same word in the keywords, and that before the body', () => {
    const index = createSearchIndex();
    index.add({ id: 'body', name: '户口迁移', keywords: ['户籍'], body: '需要结婚证。' });
    index.add({ id: 'name', name: '结婚证补领', keywords: ['户籍'], body: '需要户口簿。' });
    index.add({ id: 'keywords', name: '证件补领', keywords: ['结婚证'], body: '需要户口簿。' });
    index.add({ id: 'other', name: '企业登记', keywords: [], body: '需要章程。' });
    expect(idsOf(index, '结婚证').slice(0, 3)).toEqual(['name', 'keywords', 'body']);
  });

  it('answers the same whether letters are full-width or half-width, upper or lower case', () => {
    const index = createSearchIndex();
    index.add(guide('ETC车载装置办理'));
    index.add(guide('其他'));
    for (const asked of ['etc', 'ETC', 'ＥＴＣ', 'ｅｔｃ']) expect(idsOf(index, asked)[0]).toBe('ETC车载装置办理');
  });

  it('takes a paper that every guide asks for as the subject only where it stands in the name', () => {
    const index = createSearchIndex();
    for (let number = 0; number < 40; number += 1) index.add(guide(`事项${number}`, { body: '携带身份证原件和复印件到窗口办理，丢失的先补办。' }));
    index.add(guide('身份证换领'));
    const { results } = index.query('身份证', { limit: 50 });
    expect(results.filter(({ strength }) => strength === 'strong').map(({ id }) => id)).toEqual(['身份证换领']);
    expect(results[0]?.score).toBeGreaterThan(3 * (results[1]?.score ?? 0));
  });

  it('does not believe in an official term of which a guide has only a piece', () => {
    const index = createSearchIndex({ synonyms: [{ phrase: '证没了', officialTerms: ['居民身份证补领'] }] });
    for (const name of ['机动车驾驶证补领', '居民身份证补领', '居民户口簿补领', '社会保障卡补领']) index.add(guide(name, { body: '携带居民身份证。' }));
    const { results } = index.query('证没了', { limit: 10 });
    expect(results[0]).toMatchObject({ id: '居民身份证补领', strength: 'strong' });
    expect(results[0]?.score).toBeGreaterThan(2 * (results[1]?.score ?? 0));
  });
});
