import fc from 'fast-check';
import { createSearchIndex } from '../../../server/search';
import { Segments } from '../../../server/search/segments';
import { SegmentMerge } from '../../../server/search/segmentMerge';
import { writeSegment } from '../../../server/search/segmentWriter';
import { countTerms } from '../../../server/search/tokens';
import { countyIndex, guide, idsOf } from './guides';

const averages = [5, 1, 30] as const;

describe('changing the index', () => {
  it('never finds a removed document again, by any way', () => {
    const index = countyIndex();
    index.setSynonyms([]);
    expect(idsOf(index, '护照')).toContain('护照首次签发');
    expect(index.remove('护照首次签发')).toBe(true);
    expect(index.remove('护照首次签发')).toBe(false);
    for (let number = 0; number < 300; number += 1) {
      index.add(guide(`其他事项${number}`));
      if (number % 10 === 0) expect(idsOf(index, '护照首次签发', 200)).not.toContain('护照首次签发');
    }
    expect(index.query('huzhao', { limit: 10 }).readings).toEqual([]);
    expect(index.suggest('护照', 10)).toEqual([]);
    expect(index.explain('护照', '护照首次签发')).toBeUndefined();
  });

  it('finds a replaced document in its new form only', () => {
    const index = countyIndex();
    index.query('护照', { limit: 1 });
    index.add({ ...guide('林木采伐许可'), id: '护照首次签发' });
    expect(index.size).toBe(22);
    expect(idsOf(index, '林木采伐')[0]).toBe('护照首次签发');
    expect(index.query('护照', { limit: 10 }).nothingFound).toBe(true);
    expect(index.suggest('hz', 10).map(({ name }) => name)).not.toContain('护照首次签发');
    expect(index.suggest('lmcf', 10).map(({ name }) => name)).toEqual(['林木采伐许可']);
  });

  it('finds what was added a moment ago', () => {
    const index = countyIndex();
    for (const name of ['取水许可', '校车使用许可', '导游证核发']) {
      index.add(guide(name));
      expect(idsOf(index, name)[0]).toBe(name);
    }
  });

  it('takes a new synonym table at once and forgets the old one', () => {
    const index = createSearchIndex({ synonyms: [{ phrase: '红本', officialTerms: ['结婚登记'] }] });
    index.add(guide('结婚登记'));
    index.add(guide('出生登记'));
    expect(index.query('红本', { limit: 3 }).nothingFound).toBe(false);
    index.setSynonyms([{ phrase: '报娃', officialTerms: ['出生登记'] }]);
    expect(index.query('红本', { limit: 3 }).nothingFound).toBe(true);
    expect(idsOf(index, '报娃')[0]).toBe('出生登记');
    expect(idsOf(index, 'baowa')[0]).toBe('出生登记');
  });

  it('keeps few segments however many documents come one by one', () => {
    const segments = new Segments();
    for (let number = 0; number < 2_000; number += 1) {
      segments.put(countTerms(guide(`事项${number}`)));
      segments.current();
    }
    expect(segments.size).toBe(2_000);
    expect(segments.current().length).toBeLessThan(16);
  });

  it('lets go of segments whose documents were all removed', () => {
    const segments = new Segments();
    for (let number = 0; number < 300; number += 1) segments.put(countTerms(guide(`事项${number}`)));
    for (let number = 0; number < 300; number += 1) segments.remove(`事项${number}`);
    expect(segments.size).toBe(0);
    expect(segments.current()).toEqual([]);
  });
});

describe('merging segments in steps', () => {
  const batch = (first: number, count: number): ReturnType<typeof countTerms>[] => Array.from({ length: count }, (_, offset) => countTerms(guide(`事项${first + offset}登记`, { keywords: ['登记'] })));

  it('gives the same postings whatever the steps, without those that died before or meanwhile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (budget, deaths, before) => {
        const sources = [writeSegment(batch(0, 20), averages), writeSegment(batch(20, 10), averages)];
        const kill = (number: number): void => sources.forEach((source) => void source.kill(`事项${number}登记`));
        deaths.slice(0, before).forEach(kill);
        const merge = new SegmentMerge(sources, averages);
        const waiting = deaths.slice(before);
        let merged = merge.step(budget);
        while (merged === undefined) {
          const next = waiting.shift();
          if (next !== undefined) kill(next);
          merged = merge.step(budget);
        }
        const dead = new Set(deaths.filter((death, index) => index < before || !waiting.includes(death) || deaths.indexOf(death) < before));
        const living = Array.from({ length: 30 }, (_, number) => number).filter((number) => !dead.has(number));
        expect(merged.size).toBe(living.length);
        for (const number of living) {
          const at = merged.numberOf(`事项${number}登记`);
          expect(at).toBeDefined();
          const lists = merged.listsOf(String(number));
          const documents = lists === undefined ? [] : Array.from(merged.parts.documents.subarray(lists.heading.start, lists.bodyOnly.end));
          expect(documents).toContain(at);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does a bounded piece of work in each step', () => {
    const merge = new SegmentMerge([writeSegment(batch(0, 200), averages), writeSegment(batch(200, 200), averages)], averages);
    let steps = 1;
    while (merge.step(500) === undefined) steps += 1;
    expect(steps).toBeGreaterThan(20);
  });
});
