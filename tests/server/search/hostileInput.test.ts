import fc from 'fast-check';
import { createSearchIndex } from '../../../server/search';
import { Synonyms } from '../../../server/search/synonyms';
import { countyIndex, guide, idsOf } from './guides';

const index = countyIndex();
const hostile = [
  '', ' ', '\u0000', '身份\u0000证', '😀😀', '\ud83d', '身\udc00份证', '\ud83d'.repeat(10_000), '.*+?^${}()|[]\\', "'; drop table guides; --", '%身份证%', '_', '\u202e证份身',
  '身'.repeat(10_000), '身份证丢了怎么办'.repeat(1_250), 'shenfenzheng'.repeat(900), 'a '.repeat(5_000), '\ufdfa'.repeat(10_000), '𠮷野家'.repeat(100), '__proto__', 'constructor', 'toString',
];

describe('whatever is typed', () => {
  it.each(hostile.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s neither throws nor takes long', (_, text) => {
    const began = performance.now();
    const { results } = index.query(text, { limit: 10 });
    index.suggest(text, 10);
    index.explain(text, '出生登记');
    expect(results.length).toBeLessThanOrEqual(10);
    // Generous: it only tells milliseconds from minutes on a busy machine.
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is understood or not, but never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.double(), (text, limit) => {
        const { results } = index.query(text, { limit });
        expect(results.length).toBeLessThanOrEqual(200);
        for (const { score, coverage } of results) {
          expect(score).toBeGreaterThan(0);
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
        }
        index.suggest(text, limit);
      }),
      { numRuns: 200 },
    );
  });

  it('can be a document too', () => {
    const own = createSearchIndex();
    hostile.forEach((text, number) => own.add({ id: String(number), name: text, keywords: [text, ''], body: text }));
    own.add(guide('出生登记'));
    expect(own.size).toBe(hostile.length + 1);
    expect(idsOf(own, '出生登记')[0]).toBe('出生登记');
    hostile.forEach((text, number) => {
      own.query(text, { limit: 5 });
      own.remove(String(number));
    });
    expect(own.size).toBe(1);
  });

  it('can be a synonym table too', () => {
    const synonyms = new Synonyms([...hostile.map((phrase) => ({ phrase, officialTerms: [phrase, '', '出生登记'] })), { phrase: '娃', officialTerms: [] }]);
    expect(synonyms.findIn('身份证娃')).toEqual([]);
    expect(synonyms.findIn('查constructor').map(({ phrase }) => phrase)).toEqual(['constructor']);
  });

  it('counts a document with a hundred thousand repetitions of a word like one with many', () => {
    const own = createSearchIndex();
    own.add({ id: 'spam', name: '通知', keywords: [], body: '护照'.repeat(100_000) });
    own.add(guide('护照首次签发'));
    expect(idsOf(own, '护照')[0]).toBe('护照首次签发');
  });
});
