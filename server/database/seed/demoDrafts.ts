import type { Clock } from '../../clock';
import type { GuideContent } from '../../contract/guideContent';
import type { DraftEventAction, DraftStatus } from '../../contract/guideDrafts';
import { openDatabase } from '../database';
import type { DatabasePool } from '../pool';

const editor = '00000000-0000-4000-8000-000000000012';
const hour = 3_600_000;

interface DemoDraft {
  id: string;
  /** Of the guide that is being changed. */
  code: string;
  status: DraftStatus;
  changes: Partial<GuideContent>;
  /** What happened, and how many hours ago. */
  events: readonly { action: DraftEventAction; hoursAgo: number; reason?: string }[];
}

/** What the editor of the police is at: one not finished, one that waits for approval, one that came back. */
const demoDrafts: readonly DemoDraft[] = [
  {
    id: '00000000-0000-4000-8000-000000000201',
    code: 'YX-GA-0007',
    status: 'draft',
    changes: { bookingNote: '可以预约 7 个工作日以内的时段，也可以不预约、直接取号。' },
    events: [
      { action: 'start', hoursAgo: 30 },
      { action: 'save', hoursAgo: 29 },
    ],
  },
  {
    id: '00000000-0000-4000-8000-000000000202',
    code: 'YX-GA-0006',
    status: 'submitted',
    changes: { transport: '坐 3 路、6 路公交到“政务中心”站；院内有 40 个免费停车位。' },
    events: [
      { action: 'start', hoursAgo: 27 },
      { action: 'save', hoursAgo: 26 },
      { action: 'submit', hoursAgo: 25 },
    ],
  },
  {
    id: '00000000-0000-4000-8000-000000000203',
    code: 'YX-GA-0022',
    status: 'returned',
    changes: { quantityLimit: '没有数量限制' },
    events: [
      { action: 'start', hoursAgo: 52 },
      { action: 'save', hoursAgo: 51 },
      { action: 'submit', hoursAgo: 50 },
      { action: 'return', hoursAgo: 26, reason: '“数量限制”不用写，请去掉；另外核对一下咨询电话。' },
    ],
  },
];

/** Published so long ago that their yearly look has come. */
const longUnchanged = ['YX-GA-0024', 'YX-GA-0021'];
const almostAYear = 345 * 24 * hour;

/** Puts a few drafts and guides to look at into the demo county, once. */
export async function seedDemoDrafts(pool: DatabasePool, clock: Clock): Promise<void> {
  const db = openDatabase(pool);
  const now = clock.now().getTime();
  await db.transaction().execute(async (tx) => {
    for (const { id, code, status, changes, events } of demoDrafts) {
      const guide = await tx.selectFrom('service_guides').where('implementation_code', '=', code).select(['id', 'department_id', 'version', 'content']).executeTakeFirst();
      const known = await tx.selectFrom('guide_drafts').where('id', '=', id).select('id').executeTakeFirst();
      const owner = await tx.selectFrom('staff_members').where('id', '=', editor).select('id').executeTakeFirst();
      if (guide === undefined || owner === undefined || known !== undefined) continue;
      const at = (hoursAgo: number): Date => new Date(now - hoursAgo * hour);
      await tx
        .insertInto('guide_drafts')
        .values({
          id,
          guide_id: guide.id,
          implementation_code: code,
          department_id: guide.department_id,
          base_version: guide.version,
          content: JSON.stringify({ ...guide.content, ...changes }),
          status,
          owner_id: editor,
          last_edited_by: editor,
          submitted_by: status === 'draft' ? null : editor,
          created_at: at(events[0]?.hoursAgo ?? 0),
          updated_at: at(events.at(-1)?.hoursAgo ?? 0),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tx
        .insertInto('guide_draft_events')
        .values(
          events.map(({ action, hoursAgo, reason }) => ({
            draft_id: id,
            action,
            // Sent back by somebody who has left since.
            staff_id: action === 'return' ? null : editor,
            at: at(hoursAgo),
            reason: reason ?? null,
            revision: 1,
            fields: action === 'save' ? (Object.keys(changes) as (keyof GuideContent)[]) : [],
          })),
        )
        .execute();
    }
    // Only where nothing happened to them yet.
    await tx
      .updateTable('service_guides')
      .set({ updated_at: new Date(now - almostAYear) })
      .where('implementation_code', 'in', longUnchanged)
      .where('version', '=', 1)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('guide_reviews').whereRef('guide_reviews.guide_id', '=', 'service_guides.id').select('guide_id'))))
      .execute();
  });
}
