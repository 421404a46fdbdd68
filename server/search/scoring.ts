import { ScoreWindow, type WindowList } from './scoreWindow';
import type { ScorePart } from './searchIndex';
import { fieldsOf, type PostingList, type Segment, type TermLists } from './segment';
import type { TopDocuments } from './topDocuments';

/**
 * A term with its weights in this query, rarity included; above 0. A paper that every guide mentions says nothing where it is
 * mentioned, and everything where it is the name: so rarity is counted apart for headings.
 */
export interface WeightedTerm {
  term: string;
  headingWeight: number;
  bodyWeight: number;
}

/** A posting list on its way through the windows of a segment. */
interface Cursor extends WindowList {
  end: number;
  /** The most this list can give one document of the window. */
  bound: number;
  /** Which term it belongs to. A document is in one list of a term at most. */
  termIndex: number;
}

/** Windows begin small, so that a threshold is soon found, and double up to what fits the processor's nearest cache. */
const [smallestWindow, largestWindow] = [256, 4096];

/** Bounds are kept in 32 bits and sums are added up in another order than scores: both err by less than this. */
const slack = 1 + 1e-6;

/** The parts of a document's score; their products, added up in the order of the terms, are the score. */
export function scoreParts(segment: Segment, number: number, terms: readonly WeightedTerm[]): ScorePart[] {
  return terms.flatMap((weighted) => {
    const found = findIn(segment, number, weighted, segment.listsOf(weighted.term));
    return found === undefined ? [] : [{ term: weighted.term, weight: found.weight, saturation: segment.saturationAt(found.position), fields: fieldsOf(segment.parts.counts[found.position] ?? 0) }];
  });
}

/**
 * Offers every document of the segment that can be among the best: exactly the result of scoring all, at a part of the cost.
 *
 * This is MaxScore by windows. In a window of documents each list has a bound, its weight times the highest saturation of
 * its blocks there. Lists whose bounds together stay under the threshold are optional: they cannot bring a document in by
 * themselves. Only the others are added up; the optional ones are then looked up, the highest bound first, for the
 * documents that still have a chance.
 */
export function offerDocuments(segment: Segment, terms: readonly WeightedTerm[], accepts: (id: string) => boolean, top: TopDocuments): void {
  const lists = terms.map(({ term }) => segment.listsOf(term));
  const cursors = cursorsOf(terms, lists);
  const { ids } = segment.parts;
  const window = new ScoreWindow(segment, Math.min(largestWindow, ids.length));
  for (let [first, size] = [0, smallestWindow]; first < ids.length; first += size, size = Math.min(2 * size, largestWindow)) {
    const active = moveTo(first, Math.min(first + size, ids.length), cursors, segment);
    const bounds = boundsOfFirst(active);
    const optional = Math.max(0, bounds.findLastIndex((bound) => bound * slack < top.threshold));
    window.begin(first);
    for (const cursor of active.slice(optional)) window.add(cursor);
    for (let index = optional - 1; index >= 0 && window.count > 0; index -= 1) {
      const cursor = active[index];
      if (cursor !== undefined) window.lookUp(cursor, top.threshold / slack - (bounds[index + 1] ?? 0));
    }
    for (let index = 0; index < window.count; index += 1) {
      const number = window.numberAt(index);
      if (window.sumAt(index) * slack < top.threshold || segment.alive[number] === 0) continue;
      const id = ids[number];
      if (id !== undefined && accepts(id)) top.offer({ id, score: scoreOf(segment, number, terms, lists) });
    }
  }
}

function cursorsOf(terms: readonly WeightedTerm[], lists: readonly (TermLists | undefined)[]): Cursor[] {
  return terms.flatMap((term, termIndex) =>
    weightedLists(term, lists[termIndex])
      .filter(({ list }) => list.end > list.start)
      .map(({ list: { start, end }, weight }) => ({ weight, termIndex, position: start, windowEnd: start, end, bound: 0 })),
  );
}

/** The lists that have documents from number `first` up to `after`, that with the lowest bound first. */
function moveTo(first: number, after: number, cursors: readonly Cursor[], segment: Segment): Cursor[] {
  const active: Cursor[] = [];
  for (const cursor of cursors) {
    cursor.position = cursor.windowEnd;
    if (cursor.position >= cursor.end) continue;
    cursor.windowEnd = segment.seek(after, cursor.position, Math.min(cursor.end, cursor.position + after - first));
    if (cursor.windowEnd === cursor.position) continue;
    cursor.bound = cursor.weight * segment.highestSaturation(cursor.position, cursor.windowEnd) * slack;
    active.push(cursor);
  }
  return active.sort((one, other) => one.bound - other.bound);
}

/**
 * For each number of lists, from that with the lowest bound on, the most they can give one document: of the two lists of a
 * term only the better counts.
 */
function boundsOfFirst(active: readonly Cursor[]): number[] {
  const bounds = [0];
  const ofTerm = new Map<number, number>();
  for (const { termIndex, bound } of active) {
    // The list of the term that came before has the lower bound, as they are sorted.
    bounds.push((bounds.at(-1) ?? 0) + bound - (ofTerm.get(termIndex) ?? 0));
    ofTerm.set(termIndex, bound);
  }
  return bounds;
}

function scoreOf(segment: Segment, number: number, terms: readonly WeightedTerm[], lists: readonly (TermLists | undefined)[]): number {
  let score = 0;
  terms.forEach((term, index) => {
    const found = findIn(segment, number, term, lists[index]);
    if (found !== undefined) score += found.weight * segment.saturationAt(found.position);
  });
  return score;
}

function weightedLists({ headingWeight, bodyWeight }: WeightedTerm, lists: TermLists | undefined): { list: PostingList; weight: number }[] {
  if (lists === undefined) return [];
  return [
    { list: lists.heading, weight: headingWeight },
    { list: lists.bodyOnly, weight: bodyWeight },
  ];
}

/** Where the document stands among the term's postings, and what the term weighs there. */
function findIn(segment: Segment, number: number, term: WeightedTerm, lists: TermLists | undefined): { position: number; weight: number } | undefined {
  for (const { list, weight } of weightedLists(term, lists)) {
    const position = segment.seek(number, list.start, list.end);
    if (position < list.end && segment.parts.documents[position] === number) return { position, weight };
  }
  return undefined;
}
