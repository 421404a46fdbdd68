import type { Segment } from './segment';

/** The part of a posting list that is in the window: positions from `position` up to `windowEnd`. */
export interface WindowList {
  weight: number;
  position: number;
  windowEnd: number;
}

/** The sums of a window of documents: those whose numbers begin at `first`. Its loops are the ones that take a query's time. */
export class ScoreWindow {
  /** How many documents have a sum. */
  count = 0;
  private first = 0;
  private readonly sums: Float64Array;
  /** The documents that have a sum, as offsets from `first`. */
  private readonly touched: Uint16Array;

  constructor(
    private readonly segment: Segment,
    size: number,
  ) {
    this.sums = new Float64Array(size);
    this.touched = new Uint16Array(size);
  }

  begin(first: number): void {
    for (let index = 0; index < this.count; index += 1) this.sums[this.touched[index] ?? 0] = 0;
    this.first = first;
    this.count = 0;
  }

  /** Adds what the list gives to every document it has. */
  add({ weight, position: start, windowEnd }: WindowList): void {
    const { sums, touched, segment, first } = this;
    const { documents } = segment.parts;
    let count = this.count;
    for (let position = start; position < windowEnd; position += 1) {
      const offset = (documents[position] ?? 0) - first;
      const before = sums[offset] ?? 0;
      if (before === 0) {
        touched[count] = offset;
        count += 1;
      }
      sums[offset] = before + weight * segment.saturationAt(position);
    }
    this.count = count;
  }

  /** Drops the documents whose sum is under `least`, and adds what the list gives to the others. */
  lookUp(list: WindowList, least: number): void {
    const { sums, touched } = this;
    let kept = 0;
    for (let index = 0; index < this.count; index += 1) {
      const offset = touched[index] ?? 0;
      if ((sums[offset] ?? 0) < least) {
        sums[offset] = 0;
        continue;
      }
      touched[kept] = offset;
      kept += 1;
    }
    this.count = kept;
    // A step through the list is cheaper than looking a document up in it.
    if (list.windowEnd - list.position < kept * 4) this.addWhereTouched(list);
    else this.addByDocument(list);
  }

  private addWhereTouched({ weight, position: start, windowEnd }: WindowList): void {
    const { sums, segment, first } = this;
    const { documents } = segment.parts;
    for (let position = start; position < windowEnd; position += 1) {
      const offset = (documents[position] ?? 0) - first;
      const sum = sums[offset] ?? 0;
      if (sum !== 0) sums[offset] = sum + weight * segment.saturationAt(position);
    }
  }

  private addByDocument({ weight, position: start, windowEnd }: WindowList): void {
    const { sums, touched, segment, first } = this;
    const { documents } = segment.parts;
    for (let index = 0; index < this.count; index += 1) {
      const offset = touched[index] ?? 0;
      const position = segment.seek(first + offset, start, windowEnd);
      if (position < windowEnd && documents[position] === first + offset) sums[offset] = (sums[offset] ?? 0) + weight * segment.saturationAt(position);
    }
  }

  /** The number of the document left at `index`, from 0 up to `count`. */
  numberAt(index: number): number {
    return this.first + (this.touched[index] ?? 0);
  }

  /** Its sum. */
  sumAt(index: number): number {
    return this.sums[this.touched[index] ?? 0] ?? 0;
  }
}
