/** A stretch of two sequences: in both, only in the first, or only in the second. */
export interface Stretch<Item> {
  kind: 'same' | 'removed' | 'added';
  items: Item[];
}

/**
 * The shortest way from one sequence to another (Myers 1986): its time grows with length times changes. With more than `mostChanges`
 * changes the middle, between what both begin and end with, counts as replaced altogether.
 */
export function findDifferences<Item>(before: readonly Item[], after: readonly Item[], mostChanges = 1_000): Stretch<Item>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const middle = shortestWay(before.slice(start, before.length - end), after.slice(start, after.length - end), mostChanges);
  return joined([{ kind: 'same', items: before.slice(0, start) }, ...middle, { kind: 'same', items: before.slice(before.length - end) }]);
}

function shortestWay<Item>(before: readonly Item[], after: readonly Item[], mostChanges: number): Stretch<Item>[] {
  const most = Math.min(before.length + after.length, mostChanges);
  // furthest.get(k): how far into `before` one gets with k more removals than additions; one map for each number of changes.
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let changes = 0; changes <= most; changes += 1) {
    const next = new Map<number, number>();
    for (let k = -changes; k <= changes; k += 2) {
      let x = goesDown(furthest, k, changes) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      next.set(k, x);
      if (x >= before.length && x - k >= after.length) return wayBack(before, after, [...trace, furthest]);
    }
    trace.push(furthest);
    furthest = next;
  }
  return [
    { kind: 'removed', items: [...before] },
    { kind: 'added', items: [...after] },
  ];
}

/** Whether the best way onto diagonal k adds an item rather than removes one. */
const goesDown = (furthest: ReadonlyMap<number, number>, k: number, changes: number): boolean => k === -changes || (k !== changes && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));

function wayBack<Item>(before: readonly Item[], after: readonly Item[], trace: readonly ReadonlyMap<number, number>[]): Stretch<Item>[] {
  const backwards: Stretch<Item>[] = [];
  let [x, y] = [before.length, after.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const furthest = trace[changes] ?? new Map<number, number>();
    const k = x - y;
    const isDown = goesDown(furthest, k, changes);
    const fromX = furthest.get(isDown ? k + 1 : k - 1) ?? 0;
    const fromY = fromX - (isDown ? k + 1 : k - 1);
    const afterChange = isDown ? fromX : fromX + 1;
    if (changes === 0) {
      backwards.push({ kind: 'same', items: before.slice(0, x) });
      break;
    }
    backwards.push({ kind: 'same', items: before.slice(afterChange, x) });
    backwards.push(isDown ? { kind: 'added', items: after.slice(fromY, fromY + 1) } : { kind: 'removed', items: before.slice(fromX, fromX + 1) });
    [x, y] = [fromX, fromY];
  }
  return backwards.reverse();
}

function joined<Item>(stretches: readonly Stretch<Item>[]): Stretch<Item>[] {
  const result: Stretch<Item>[] = [];
  for (const { kind, items } of stretches) {
    if (items.length === 0) continue;
    const last = result.at(-1);
    if (last?.kind === kind) last.items.push(...items);
    else result.push({ kind, items: [...items] });
  }
  return result;
}
