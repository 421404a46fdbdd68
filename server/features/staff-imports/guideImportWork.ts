import { decidesFor } from '../../staff/guideImportPolicy';
import { staffIdsOf } from '../../staff/staffSession';
import { mostWorkItems, type WorkSource } from '../../work/workSource';

const unfinished = ['previewing', 'previewed', 'submitted'] as const;

/** Imports that wait for somebody else to confirm them, and one's own that were looked through and left. */
export const guideImportWork: WorkSource = {
  kind: 'guide_import',
  find: async (db, staff) => {
    const own = staffIdsOf(staff);
    const rows = await db
      .selectFrom('guide_imports')
      .where('status', 'in', ['previewed', 'submitted'])
      .select(['id', 'file_name', 'requested_by', 'requested_at', 'submitted_at', 'department_ids'])
      .orderBy('requested_at')
      .orderBy('id')
      .limit(mostWorkItems)
      .execute();
    const isOwn = (by: string | null): boolean => by !== null && own.includes(by);
    return rows
      .filter((row) => (row.submitted_at === null ? isOwn(row.requested_by) : !isOwn(row.requested_by) && row.department_ids.length > 0 && decidesFor(staff, row.department_ids)))
      .map((row) => ({
        kind: 'guide_import',
        id: row.id,
        title: row.file_name,
        note: row.submitted_at === null ? '核对完了，还没有确认' : '等您确认',
        department: null,
        waitingSince: row.submitted_at ?? row.requested_at,
        dueAt: null,
      }));
  },
  countOwned: async (db, staffId) => {
    const { n } = await db
      .selectFrom('guide_imports')
      .where('requested_by', '=', staffId)
      .where('status', 'in', unfinished)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  },
  handOver: async (tx, from, to) => {
    const moved = await tx.updateTable('guide_imports').set({ requested_by: to }).where('requested_by', '=', from).where('status', 'in', unfinished).executeTakeFirst();
    return Number(moved.numUpdatedRows);
  },
};
