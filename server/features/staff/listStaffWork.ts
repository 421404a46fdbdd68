import { StaffWorkList } from '../../contract/work';
import { staffEndpoint } from '../../endpoint';
import { byUrgency } from '../../work/workOrder';
import { mostWorkItems } from '../../work/workSource';

/** A screenful to begin with: nobody works down more in a day, and each kind has a page of its own. */
const mostShown = 100;

export const listStaffWork = staffEndpoint(
  { method: 'GET', url: '/staff/work', summary: '工作台：等着我办的事，最急的在前', reply: StaffWorkList },
  async ({ app, staff }) => {
    const now = app.clock.now();
    const found = await Promise.all(app.workSources.map(async (source) => ({ kind: source.kind, items: await source.find(app.db, staff, now) })));
    const items = found.flatMap((each) => each.items).sort(byUrgency);
    return {
      items: items.slice(0, mostShown).map((item) => ({
        kind: item.kind,
        id: item.id,
        title: item.title,
        note: item.note,
        department: item.department,
        waitingSince: item.waitingSince.toISOString(),
        dueAt: item.dueAt?.toISOString() ?? null,
      })),
      totals: found
        .filter((each) => each.items.length > 0)
        // A source stops counting there.
        .map((each) => ({ kind: each.kind, count: each.items.length, label: each.items.length >= mostWorkItems ? `${mostWorkItems}+` : String(each.items.length) })),
      overdue: items.filter(({ dueAt }) => dueAt !== null && dueAt < now).length,
    };
  },
);
