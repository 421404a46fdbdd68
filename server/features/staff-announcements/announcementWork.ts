import { sql } from 'kysely';
import { draftFlow, type DraftStatus } from '../../contract/announcementFlow';
import { approvesFor } from '../../staff/announcementPolicy';
import { staffIdsOf } from '../../staff/staffSession';
import { mostWorkItems, type WorkItem, type WorkSource } from '../../work/workSource';
import { selectDrafts } from '../../announcements/draftRepository';

/** What an owner still has to do something about; what is submitted or scheduled waits for others. */
const withOwner: readonly DraftStatus[] = ['draft', 'returned'];
const open: readonly DraftStatus[] = draftFlow.discard.from;

/** Drafts that wait for their owner, and submitted ones that wait for an approver who has not written in them. */
export const announcementWork: WorkSource = {
  kind: 'announcement',
  async find(db, staff): Promise<WorkItem[]> {
    const ids = staffIdsOf(staff);
    const rows = await selectDrafts(db)
      .where((eb) =>
        eb.or([
          eb.and([eb('owner_id', 'in', ids), eb('status', 'in', withOwner)]),
          eb.and([
            eb('status', '=', 'submitted'),
            sql<boolean>`announcement_drafts.department_id = any(${approvesFor(staff)}::bigint[])`,
            sql<boolean>`not exists (select from announcement_draft_authors a where a.draft_id = announcement_drafts.id and a.staff_id = any(${ids}::uuid[]))`,
          ]),
        ]),
      )
      .orderBy('publish_at', (order) => order.asc().nullsLast())
      .orderBy('announcement_drafts.updated_at')
      .orderBy('announcement_drafts.id')
      .limit(mostWorkItems)
      .execute();
    return rows.map((row) => ({
      kind: 'announcement',
      id: row.id,
      title: row.content.title === '' ? '还没有标题的公告' : row.content.title,
      note: notes[row.status] ?? null,
      department: { id: String(row.department_id), name: row.department_name },
      waitingSince: row.updated_at,
      dueAt: row.publish_at,
    }));
  },
  async countOwned(db, staffId) {
    const { n } = await db
      .selectFrom('announcement_drafts')
      .where('owner_id', '=', staffId)
      .where('status', 'in', open)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  },
  async handOver(tx, fromStaffId, toStaffId) {
    const result = await tx.updateTable('announcement_drafts').set({ owner_id: toStaffId }).where('owner_id', '=', fromStaffId).where('status', 'in', open).executeTakeFirst();
    return Number(result.numUpdatedRows);
  },
};

const notes: Readonly<Partial<Record<DraftStatus, string>>> = { draft: '草稿，写好后提交审核', returned: '被退回，请修改后重新提交', submitted: '等您审核' };
