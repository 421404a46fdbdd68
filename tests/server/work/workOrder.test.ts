import { byUrgency } from '../../../server/work/workOrder';
import type { WorkItem } from '../../../server/work/workSource';

const item = (id: string, waitingSince: string, dueAt: string | null = null): WorkItem => ({
  kind: 'report',
  id,
  title: id,
  note: null,
  department: null,
  waitingSince: new Date(waitingSince),
  dueAt: dueAt === null ? null : new Date(dueAt),
});

test('what has a due time stands first, the earliest at the top, then what has waited longest, then by its number', () => {
  const items = [
    item('waits a day', '2026-11-22'),
    item('waits a week, b', '2026-11-16'),
    item('due tomorrow', '2026-11-23', '2026-11-24'),
    item('waits a week, a', '2026-11-16'),
    item('overdue', '2026-11-20', '2026-11-21'),
    item('due tomorrow, waits longer', '2026-11-20', '2026-11-24'),
  ];
  expect(items.sort(byUrgency).map(({ id }) => id)).toEqual(['overdue', 'due tomorrow, waits longer', 'due tomorrow', 'waits a week, a', 'waits a week, b', 'waits a day']);
});
