/** A document that may be among the best. */
export interface Candidate {
  id: string;
  score: number;
}

/** Whether the first goes before the second: by score, and by id where scores are equal, so that an answer is always the same. */
export function goesBefore(one: Candidate, other: Candidate): boolean {
  return one.score !== other.score ? one.score > other.score : one.id < other.id;
}

/** The best `limit` candidates seen so far: a heap with the worst of them on top. */
export class TopDocuments {
  private readonly heap: Candidate[] = [];

  constructor(private readonly limit: number) {}

  /** What has a lower score than this need not be offered; 0 while there is room. */
  get threshold(): number {
    return this.heap.length < this.limit ? 0 : (this.heap[0]?.score ?? 0);
  }

  offer(candidate: Candidate): void {
    if (this.heap.length < this.limit) {
      this.heap.push(candidate);
      this.rise(this.heap.length - 1);
      return;
    }
    const worst = this.heap[0];
    if (worst === undefined || !goesBefore(candidate, worst)) return;
    this.heap[0] = candidate;
    this.sink(0);
  }

  /** Best first. */
  ranked(): Candidate[] {
    return [...this.heap].sort((one, other) => (goesBefore(one, other) ? -1 : 1));
  }

  private rise(from: number): void {
    for (let index = from; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.swapIfWorse(index, parent)) return;
      index = parent;
    }
  }

  private sink(from: number): void {
    for (let index = from; ; ) {
      let worst = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (this.isWorse(child, worst)) worst = child;
      }
      if (worst === index || !this.swapIfWorse(worst, index)) return;
      index = worst;
    }
  }

  private isWorse(index: number, than: number): boolean {
    const [one, other] = [this.heap[index], this.heap[than]];
    return one !== undefined && other !== undefined && goesBefore(other, one);
  }

  private swapIfWorse(index: number, above: number): boolean {
    const [one, other] = [this.heap[index], this.heap[above]];
    if (one === undefined || other === undefined || !goesBefore(other, one)) return false;
    this.heap[above] = one;
    this.heap[index] = other;
    return true;
  }
}
