import type { AverageLengths, Segment, TermFrequency } from './segment';
import { SegmentMerge } from './segmentMerge';
import { writeSegment } from './segmentWriter';
import type { TermCounts } from './tokens';

/** New documents wait in memory until a query wants them or there are so many. */
const mostPending = 128;

/** Merges of up to so many postings are done at once (about ten milliseconds); larger ones in steps. */
const mergedAtOnce = 50_000;

/** What one `add` or `remove` gives to a merge under way, in postings: about a millisecond. */
const stepPostings = 20_000;

/**
 * The documents, as segments of falling size: each has at least twice the postings of the next, so that there are only
 * about log2(documents) of them and a document is copied about as often. Whoever writes does the merging, a bounded step
 * at a time; queries never wait for it.
 */
export class Segments {
  private list: Segment[] = [];
  private readonly pending = new Map<string, TermCounts>();
  private merge: SegmentMerge | undefined;
  /** Sums over all documents that were ever added and are not replaced or removed: name, keywords, body. */
  private readonly totals: [number, number, number] = [0, 0, 0];
  private living = 0;

  get size(): number {
    return this.living;
  }

  put(added: TermCounts): void {
    this.remove(added.id);
    this.pending.set(added.id, added);
    this.count(added.lengths, 1);
    if (this.pending.size >= mostPending) this.flush();
    this.work();
  }

  remove(id: string): boolean {
    const waiting = this.pending.get(id);
    if (waiting !== undefined) {
      this.pending.delete(id);
      this.count(waiting.lengths, -1);
      return true;
    }
    for (const segment of this.list) {
      const number = segment.numberOf(id);
      if (number === undefined) continue;
      const { lengths } = segment.parts;
      this.count([lengths[number * 3] ?? 0, lengths[number * 3 + 1] ?? 0, lengths[number * 3 + 2] ?? 0], -1);
      segment.kill(id);
      this.work();
      return true;
    }
    return false;
  }

  /** Everything that was added, the oldest and largest segment first. */
  current(): readonly Segment[] {
    if (this.pending.size > 0) this.flush();
    return this.list;
  }

  frequencyOf(term: string): TermFrequency {
    const total = { anywhere: 0, inHeading: 0 };
    for (const segment of this.current()) {
      const { anywhere, inHeading } = segment.frequencyOf(term);
      total.anywhere += anywhere;
      total.inHeading += inHeading;
    }
    return total;
  }

  locate(id: string): { segment: Segment; number: number } | undefined {
    for (const segment of this.current()) {
      const number = segment.numberOf(id);
      if (number !== undefined) return { segment, number };
    }
    return undefined;
  }

  private count(lengths: readonly [number, number, number], sign: 1 | -1): void {
    this.living += sign;
    lengths.forEach((length, field) => (this.totals[field] = (this.totals[field] ?? 0) + sign * length));
  }

  private averages(): AverageLengths {
    const [name, keywords, body] = this.totals.map((total) => Math.max(1, total / Math.max(1, this.living)));
    return [name ?? 1, keywords ?? 1, body ?? 1];
  }

  private flush(): void {
    const segment = writeSegment([...this.pending.values()], this.averages());
    this.pending.clear();
    this.list = [...this.list, segment];
    this.work();
  }

  /** Merges what is small, and moves the merge of what is large a step on. */
  private work(): void {
    for (let next = this.nextMerge(); next !== undefined; next = this.nextMerge()) {
      const merge = new SegmentMerge(next, this.averages());
      if (postingsOf(next) > mergedAtOnce) {
        this.merge = merge;
        break;
      }
      this.replace(next, merge.step(Number.POSITIVE_INFINITY));
    }
    const merged = this.merge?.step(stepPostings);
    if (this.merge !== undefined && merged !== undefined) {
      this.replace(this.merge.sources, merged);
      this.merge = undefined;
    }
  }

  /**
   * The newest segments that break the rule of falling sizes, or one that is half dead. While a large merge is under way,
   * only what comes after it and is small.
   */
  private nextMerge(): Segment[] | undefined {
    const busyUntil = this.list.findIndex((segment) => segment === this.merge?.sources.at(-1));
    const limit = this.merge === undefined ? Number.POSITIVE_INFINITY : mergedAtOnce;
    const free = this.list.slice(busyUntil + 1);
    let gathered = 0;
    let from = free.length;
    for (let index = free.length - 1; index >= 0; index -= 1) {
      const here = free[index]?.postings ?? 0;
      if (gathered + here > limit) break;
      if (gathered > 0 && here < 2 * gathered) from = index;
      gathered += here;
    }
    if (from < free.length) return free.slice(from);
    const halfDead = free.find((segment) => segment.size * 2 < segment.parts.ids.length && segment.postings <= limit);
    return halfDead === undefined ? undefined : [halfDead];
  }

  private replace(sources: readonly Segment[], merged: Segment | undefined): void {
    if (merged === undefined) return;
    const at = this.list.findIndex((segment) => segment === sources[0]);
    this.list = [...this.list.slice(0, at), ...(merged.size > 0 ? [merged] : []), ...this.list.slice(at + sources.length)];
  }
}

function postingsOf(segments: readonly Segment[]): number {
  return segments.reduce((total, { postings }) => total + postings, 0);
}
