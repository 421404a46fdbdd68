/** Strings in order, for finding those with a prefix. New ones are sorted in when next asked. */
export class SortedKeys {
  private sorted: string[] = [];
  private readonly added = new Set<string>();
  private readonly removed = new Set<string>();

  add(key: string): void {
    if (!this.removed.delete(key)) this.added.add(key);
  }

  remove(key: string): void {
    if (!this.added.delete(key)) this.removed.add(key);
  }

  /** At most `limit` keys that begin with the prefix, in order. */
  withPrefix(prefix: string, limit: number): string[] {
    this.settle();
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let key = this.sorted[low]; key !== undefined && key.startsWith(prefix) && found.length < limit; key = this.sorted[low]) {
      found.push(key);
      low += 1;
    }
    return found;
  }

  private settle(): void {
    if (this.added.size + this.removed.size === 0) return;
    // Nearly sorted already: the engine's merge sort then takes little more than one pass.
    this.sorted = [...this.sorted.filter((key) => !this.removed.has(key)), ...this.added].sort((one, other) => (one < other ? -1 : 1));
    this.added.clear();
    this.removed.clear();
  }
}
