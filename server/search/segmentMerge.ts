import type { AverageLengths, PostingList, Segment } from './segment';
import { SegmentWriter } from './segmentWriter';

const absent = 0xffffffff;

/**
 * Makes one segment of several, leaving out documents that are dead, in steps of a bounded number of postings. The old
 * segments answer queries until it is done; a document that dies meanwhile is dead in the new one too.
 */
export class SegmentMerge {
  private readonly writer: SegmentWriter;
  /** For each source, its documents' numbers in the new segment; `absent` for the dead. */
  private readonly newNumbers: Uint32Array[];
  private documentCursor = { source: 0, number: 0 };
  private termCursor = { source: 0, slot: 0 };
  private written: Segment | undefined;

  constructor(
    readonly sources: readonly Segment[],
    averages: AverageLengths,
  ) {
    const sum = (of: (segment: Segment) => number): number => sources.reduce((total, segment) => total + of(segment), 0);
    this.writer = new SegmentWriter({ documents: sum(({ size }) => size), terms: sum(({ parts }) => parts.terms.length), postings: sum(({ postings }) => postings) }, averages);
    this.newNumbers = sources.map(({ parts }) => new Uint32Array(parts.ids.length).fill(absent));
  }

  /**
   * Goes on for about `budget` documents and postings (one term's postings are not parted).
   *
   * @returns the new segment once it is complete.
   */
  step(budget: number): Segment | undefined {
    if (this.written !== undefined) return this.written;
    let left = this.copyDocuments(budget);
    while (left > 0) {
      const source = this.sources[this.termCursor.source];
      if (source === undefined) return this.finish();
      const term = source.parts.terms[this.termCursor.slot];
      if (term === undefined) {
        this.termCursor = { source: this.termCursor.source + 1, slot: 0 };
        continue;
      }
      this.termCursor.slot += 1;
      left -= 1 + this.copyTerm(term);
    }
    return undefined;
  }

  private copyDocuments(budget: number): number {
    let left = budget;
    const cursor = this.documentCursor;
    for (let source = this.sources[cursor.source]; source !== undefined && left > 0; source = this.sources[cursor.source]) {
      const id = source.parts.ids[cursor.number];
      if (id === undefined) {
        cursor.source += 1;
        cursor.number = 0;
        continue;
      }
      left -= 1;
      if (source.alive[cursor.number] === 1) {
        const { lengths } = source.parts;
        const at = cursor.number * 3;
        const number = this.writer.addDocument(id, [lengths[at] ?? 0, lengths[at + 1] ?? 0, lengths[at + 2] ?? 0]);
        const numbers = this.newNumbers[cursor.source];
        if (numbers !== undefined) numbers[cursor.number] = number;
      }
      cursor.number += 1;
    }
    return left;
  }

  /** @returns how many postings were read. */
  private copyTerm(term: string): number {
    // A source before this one has the term too: then it was copied from all of them there.
    for (let earlier = 0; earlier < this.termCursor.source; earlier += 1) {
      if (this.sources[earlier]?.parts.slots.has(term) === true) return 0;
    }
    let read = 0;
    const copy = (list: 'heading' | 'bodyOnly'): void => {
      for (let index = this.termCursor.source; index < this.sources.length; index += 1) {
        const source = this.sources[index];
        const lists = source?.listsOf(term);
        const numbers = this.newNumbers[index];
        if (source === undefined || lists === undefined || numbers === undefined) continue;
        read += this.copyList(source, lists[list], numbers);
      }
    };
    this.writer.beginTerm(term);
    copy('heading');
    this.writer.beginBodyOnly();
    copy('bodyOnly');
    this.writer.endTerm();
    return read;
  }

  private copyList(source: Segment, { start, end }: PostingList, numbers: Uint32Array): number {
    const { documents, counts } = source.parts;
    for (let position = start; position < end; position += 1) {
      const number = numbers[documents[position] ?? 0] ?? absent;
      if (number !== absent) this.writer.addPosting(number, counts[position] ?? 0);
    }
    return end - start;
  }

  private finish(): Segment {
    const segment = this.writer.finish();
    this.sources.forEach((source, index) => {
      source.parts.ids.forEach((id, number) => {
        // An id that came back as a new document is in a later segment: this one stays dead.
        if (source.alive[number] === 0 && this.newNumbers[index]?.[number] !== absent) segment.kill(id);
      });
    });
    this.written = segment;
    return segment;
  }
}
