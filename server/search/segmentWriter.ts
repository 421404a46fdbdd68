import { ranking } from './configuration';
import { blockShift, saturationOf, Segment, type AverageLengths } from './segment';
import { fieldShifts, type FieldCounts, type TermCounts } from './tokens';

/**
 * Writes a segment piece by piece: first the documents, then each term with its postings, the heading ones before
 * `beginBodyOnly`. Each step costs the same little, so that a merge can pause anywhere.
 */
export class SegmentWriter {
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [];
  private readonly slots = new Map<string, number>();
  private readonly lengths: Uint16Array;
  private readonly inverseNorms: Float32Array;
  private readonly starts: Uint32Array;
  private readonly documents: Uint32Array;
  private readonly counts: Uint32Array;
  private readonly blockMaxima: Float32Array;
  private position = 0;

  /** @param most upper bounds of what will be written. */
  constructor(
    most: { documents: number; terms: number; postings: number },
    private readonly averages: AverageLengths,
  ) {
    this.lengths = new Uint16Array(most.documents * 3);
    this.inverseNorms = new Float32Array(most.documents * 3);
    this.starts = new Uint32Array(most.terms * 2 + 1);
    this.documents = new Uint32Array(most.postings);
    this.counts = new Uint32Array(most.postings);
    this.blockMaxima = new Float32Array((most.postings >>> blockShift) + 1);
  }

  /** @returns the document's number. */
  addDocument(id: string, lengths: readonly [number, number, number]): number {
    const number = this.ids.length;
    this.ids.push(id);
    this.numbers.set(id, number);
    this.lengths.set(lengths, number * 3);
    const { name, keywords, body } = ranking.lengthDiscounts;
    [name, keywords, body].forEach((discount, field) => {
      this.inverseNorms[number * 3 + field] = 1 / (1 - discount + (discount * (lengths[field] ?? 0)) / (this.averages[field] ?? 1));
    });
    return number;
  }

  beginTerm(term: string): void {
    const slot = this.terms.length;
    this.terms.push(term);
    this.slots.set(term, slot);
    this.starts[2 * slot] = this.position;
  }

  beginBodyOnly(): void {
    this.starts[2 * this.terms.length - 1] = this.position;
  }

  addPosting(document: number, counts: FieldCounts): void {
    this.documents[this.position] = document;
    this.counts[this.position] = counts;
    const saturation = saturationOf(counts, this.inverseNorms, document * 3);
    const block = this.position >>> blockShift;
    if (saturation > (this.blockMaxima[block] ?? 0)) this.blockMaxima[block] = saturation;
    this.position += 1;
  }

  /** Forgets the term begun last if it got no posting. */
  endTerm(): void {
    const slot = this.terms.length - 1;
    if (this.starts[2 * slot] !== this.position) return;
    const term = this.terms.pop();
    if (term !== undefined) this.slots.delete(term);
  }

  finish(): Segment {
    this.starts[2 * this.terms.length] = this.position;
    return new Segment({
      ids: this.ids,
      numbers: this.numbers,
      lengths: this.lengths,
      inverseNorms: this.inverseNorms,
      terms: this.terms,
      slots: this.slots,
      starts: this.starts.subarray(0, 2 * this.terms.length + 1),
      documents: this.documents.subarray(0, this.position),
      counts: this.counts.subarray(0, this.position),
      blockMaxima: this.blockMaxima,
    });
  }
}

interface Posting {
  document: number;
  counts: FieldCounts;
}

/** A segment of documents that were just added; no id twice. */
export function writeSegment(added: readonly TermCounts[], averages: AverageLengths): Segment {
  const heading = new Map<string, Posting[]>();
  const bodyOnly = new Map<string, Posting[]>();
  let postings = 0;
  added.forEach(({ counts }, document) => {
    for (const [term, packed] of counts) {
      const lists = packed >>> fieldShifts.keywords !== 0 ? heading : bodyOnly;
      const list = lists.get(term);
      if (list === undefined) lists.set(term, [{ document, counts: packed }]);
      else list.push({ document, counts: packed });
    }
    postings += counts.size;
  });
  const terms = new Set([...heading.keys(), ...bodyOnly.keys()]);
  const writer = new SegmentWriter({ documents: added.length, terms: terms.size, postings }, averages);
  for (const { id, lengths } of added) writer.addDocument(id, lengths);
  for (const term of terms) {
    writer.beginTerm(term);
    for (const { document, counts } of heading.get(term) ?? []) writer.addPosting(document, counts);
    writer.beginBodyOnly();
    for (const { document, counts } of bodyOnly.get(term) ?? []) writer.addPosting(document, counts);
  }
  return writer.finish();
}
