import { ranking } from './configuration';
import type { SearchField } from './searchIndex';
import { fieldShifts, type FieldCounts } from './tokens';

/** The mean length of each field in characters, at least 1. */
export type AverageLengths = readonly [name: number, keywords: number, body: number];

/** Postings that share one upper bound of their saturation: 2 ** blockShift of them. */
export const blockShift = 6;

/** Positions of `documents` and `counts`, from `start` up to, not including, `end`. */
export interface PostingList {
  start: number;
  end: number;
}

/** Where a term's postings are, the documents that have it in name or keywords apart from those with it in the body only. */
export interface TermLists {
  heading: PostingList;
  bodyOnly: PostingList;
}

/** In how many documents a term stands: anywhere, and in name or keywords. */
export interface TermFrequency {
  anywhere: number;
  inHeading: number;
}

export interface SegmentParts {
  ids: readonly string[];
  /** The number of each id: where it is in `ids`. */
  numbers: ReadonlyMap<string, number>;
  /** Three a document: name, keywords, body; in characters. */
  lengths: Uint16Array;
  /** Three a document: what a count in the field is multiplied with for the field's length. */
  inverseNorms: Float32Array;
  terms: readonly string[];
  /** The number of each term: where it is in `terms`. */
  slots: ReadonlyMap<string, number>;
  /**
   * Term `t` has the lists `2t` (heading) and `2t + 1` (body only); list `n` begins at `starts[n]` and ends where the next
   * begins. Apart, because the bound of the second is so much lower that most of it is never read.
   */
  starts: Uint32Array;
  /** Numbers of documents, ascending within each list. */
  documents: Uint32Array;
  counts: Uint32Array;
  /** The highest saturation among the postings of each block; blocks run on across the borders of lists. */
  blockMaxima: Float32Array;
}

/**
 * An inverted index of some documents. It never changes, except that documents in it can die.
 *
 * Lengths were compared with the averages of the time it was written: so the bounds stay true while the collection grows,
 * and merging brings the averages up to date.
 */
export class Segment {
  /** 1 for a document that can still be found. */
  readonly alive: Uint8Array;
  private living: number;

  constructor(readonly parts: SegmentParts) {
    this.alive = new Uint8Array(parts.ids.length).fill(1);
    this.living = parts.ids.length;
  }

  get size(): number {
    return this.living;
  }

  get postings(): number {
    return this.parts.documents.length;
  }

  numberOf(id: string): number | undefined {
    const number = this.parts.numbers.get(id);
    return number !== undefined && this.alive[number] === 1 ? number : undefined;
  }

  /** @returns false when the document is not here or was dead already. */
  kill(id: string): boolean {
    const number = this.numberOf(id);
    if (number === undefined) return false;
    this.alive[number] = 0;
    this.living -= 1;
    return true;
  }

  listsOf(term: string): TermLists | undefined {
    const slot = this.parts.slots.get(term);
    if (slot === undefined) return undefined;
    const { starts } = this.parts;
    const border = starts[2 * slot + 1] ?? 0;
    return { heading: { start: starts[2 * slot] ?? 0, end: border }, bodyOnly: { start: border, end: starts[2 * slot + 2] ?? 0 } };
  }

  /** How many documents have the term; the dead are among them until they are merged away. */
  frequencyOf(term: string): TermFrequency {
    const lists = this.listsOf(term);
    return lists === undefined ? { anywhere: 0, inHeading: 0 } : { anywhere: lists.bodyOnly.end - lists.heading.start, inHeading: lists.heading.end - lists.heading.start };
  }

  saturationAt(position: number): number {
    return saturationOf(this.parts.counts[position] ?? 0, this.parts.inverseNorms, (this.parts.documents[position] ?? 0) * 3);
  }

  /** An upper bound of every saturation from position `start` up to `end`. */
  highestSaturation(start: number, end: number): number {
    const { blockMaxima } = this.parts;
    let highest = 0;
    const last = (end - 1) >>> blockShift;
    for (let block = start >>> blockShift; block <= last; block += 1) {
      const here = blockMaxima[block] ?? 0;
      if (here > highest) highest = here;
    }
    return highest;
  }

  /** The first position from `start` up to `end` whose document is `number` or a later one; `end` when there is none. */
  seek(number: number, start: number, end: number): number {
    const { documents } = this.parts;
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((documents[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const { saturation: k1 } = ranking;
// Plain numbers of this module: they are read millions of times a second.
const { name: nameWeight, keywords: keywordsWeight, lead: leadWeight, body: bodyWeight } = ranking.fieldWeights;
const { name: nameShift, keywords: keywordsShift, lead: leadShift } = fieldShifts;

/** BM25F: counts are weighted by field and divided by the field's relative length, added up, and saturate together. 0 to 1. */
export function saturationOf(counts: FieldCounts, inverseNorms: Float32Array, at: number): number {
  const inBody = (leadWeight * ((counts >>> leadShift) & 255) + bodyWeight * (counts & 255)) * (inverseNorms[at + 2] ?? 0);
  if (counts >>> keywordsShift === 0) return inBody / (inBody + k1);
  const inName = nameWeight * (counts >>> nameShift) * (inverseNorms[at] ?? 0);
  const inKeywords = keywordsWeight * ((counts >>> keywordsShift) & 255) * (inverseNorms[at + 1] ?? 0);
  const total = inName + inKeywords + inBody;
  return total / (total + k1);
}

export function fieldsOf(counts: FieldCounts): SearchField[] {
  const fields: SearchField[] = [];
  if (counts >>> nameShift !== 0) fields.push('name');
  if (((counts >>> keywordsShift) & 255) !== 0) fields.push('keywords');
  if ((counts & 0xffff) !== 0) fields.push('body');
  return fields;
}
