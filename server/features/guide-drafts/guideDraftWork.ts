import { sql } from 'kysely';
import type { DraftStatus } from '../../contract/guideDrafts';
import { openStatuses } from '../../guideDrafts/guideDraftFlow';
import { departmentsApproved, standingOf } from '../../guideDrafts/guideDraftPolicy';
import { staffIdsOf } from '../../staff/staffSession';
import { mostWorkItems, type WorkSource } from '../../work/workSource';

const notes: Record<DraftStatus, string | null> = { draft: '没写完', returned: '退回来了，请修改', submitted: '等您审核', published: null, withdrawn: null };

/** Drafts that somebody else handed in for approval, and one's own that are not handed in. */
export const guideDraftWork: WorkSource = {
  kind: 'guide_draft',
  find: async (db, staff) => {
    const rows = await db
      .selectFrom('guide_drafts')
      .innerJoin('departments', 'departments.id', 'guide_drafts.department_id')
      .where((eb) =>
        eb.or([
          eb.and([eb('guide_drafts.status', '=', 'submitted'), sql<boolean>`guide_drafts.department_id = any(${departmentsApproved(staff)}::bigint[])`]),
          eb.and([eb('guide_drafts.status', 'in', ['draft', 'returned']), eb('guide_drafts.owner_id', 'in', staffIdsOf(staff))]),
        ]),
      )
      .select(['guide_drafts.id', 'guide_drafts.status', 'guide_drafts.department_id', 'guide_drafts.updated_at', 'owner_id', 'last_edited_by', 'submitted_by', 'field_marks', 'departments.name as department_name'])
      .select(sql<string>`guide_drafts.content ->> 'name'`.as('name'))
      .orderBy('guide_drafts.updated_at')
      .orderBy('guide_drafts.id')
      .limit(mostWorkItems)
      .execute();
    return rows
      .filter((row) => row.status !== 'submitted' || !standingOf(staff, row).isAuthor)
      .map((row) => ({
        kind: 'guide_draft',
        id: row.id,
        title: row.name,
        note: notes[row.status],
        department: { id: String(row.department_id), name: row.department_name },
        waitingSince: row.updated_at,
        dueAt: null,
      }));
  },
  countOwned: async (db, staffId) => {
    const { n } = await db
      .selectFrom('guide_drafts')
      .where('owner_id', '=', staffId)
      .where('status', 'in', openStatuses)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  },
  handOver: async (tx, from, to, now) => {
    const moved = await tx.updateTable('guide_drafts').set({ owner_id: to }).where('owner_id', '=', from).where('status', 'in', openStatuses).returning(['id', 'revision']).execute();
    if (moved.length > 0) {
      await tx
        .insertInto('guide_draft_events')
        .values(moved.map(({ id, revision }) => ({ draft_id: id, action: 'hand_over' as const, staff_id: to, at: now, reason: null, revision, fields: [] })))
        .execute();
    }
    return moved.length;
  },
};
