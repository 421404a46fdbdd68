import type { WorkItem } from './workSource';

/** What has a due time first, the earliest at the top; then what has waited longest. */
export function byUrgency(one: WorkItem, other: WorkItem): number {
  const due = (one.dueAt?.getTime() ?? Infinity) - (other.dueAt?.getTime() ?? Infinity);
  // Infinity minus itself is not a number: neither has a due time.
  if (due !== 0 && !Number.isNaN(due)) return due;
  return one.waitingSince.getTime() - other.waitingSince.getTime() || one.kind.localeCompare(other.kind) || one.id.localeCompare(other.id);
}
