import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { By } from '../../../server/announcements/announcing';
import { publishDue } from '../../../server/announcements/publishDue';
import { saveDraft } from '../../../server/announcements/saveDraft';
import { startCorrection, startDraft } from '../../../server/announcements/startDraft';
import { takeAnnouncementStep } from '../../../server/announcements/takeAnnouncementStep';
import { takeDraftStep } from '../../../server/announcements/takeDraftStep';
import { ApiError } from '../../../server/apiError';
import { memberOf } from '../../support/announcements';
import { departmentNamed } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let people: By[];
const police = '云岫县公安局';
beforeAll(async () => {
  t = await startTestApp();
  people = [
    await memberOf(t, police, 'editor'),
    await memberOf(t, police, 'editor', 'approver'),
    await memberOf(t, police, 'approver'),
    await memberOf(t, police, 'administrator', 'editor', 'approver'),
    await memberOf(t, '云岫县民政局', 'editor', 'approver'),
  ];
});
afterAll(() => t.close());

const person = fc.integer({ min: 0, max: 4 });
const act = fc.oneof(
  fc.record({ do: fc.constant('save' as const), who: person, text: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constantFrom('submit', 'take_back', 'return', 'approve', 'approve_for_later', 'publish_now', 'discard'), who: person }),
  fc.record({ do: fc.constantFrom('submit', 'approve', 'approve_for_later'), who: person }),
  fc.record({ do: fc.constant('wait' as const) }),
  fc.record({ do: fc.constant('correct' as const), who: person }),
  fc.record({ do: fc.constantFrom('withdraw', 'archive', 'take_out_of_archive'), who: person }),
);
type Act = { do: string; who?: number; text?: number };
/** Chance alone may not publish anything in so few runs. */
const aWholeLife = [
  { do: 'save', who: 0, text: 1 },
  { do: 'submit', who: 0 },
  { do: 'approve', who: 2 },
  { do: 'correct', who: 0 },
  { do: 'withdraw', who: 3 },
] as const;

interface Draft {
  id: string;
  status: string;
  revision: number;
  content: { title: string };
  publish_at: Date | null;
  approved_by: string | null;
}
const draftsOf = async (announcementId: number): Promise<Draft[]> =>
  (await t.database.pool.query<Draft>('select id, status, revision, content, publish_at, approved_by from announcement_drafts where announcement_id = $1 order by created_at, id', [announcementId])).rows;
const authorsOf = async (draftId: string): Promise<string[]> =>
  (await t.database.pool.query<{ staff_id: string }>('select staff_id from announcement_draft_authors where draft_id = $1', [draftId])).rows.map((row) => row.staff_id);
const versionsOf = async (announcementId: number): Promise<{ version: number; title: string }[]> =>
  (await t.database.pool.query<{ version: number; title: string }>(`select version, content ->> 'title' as title from announcement_versions where announcement_id = $1 order by version`, [announcementId])).rows;

async function attempt(step: Act, announcementId: number, draft: Draft): Promise<void> {
  const by = people[step.who ?? 0];
  if (by === undefined) throw new Error('nobody');
  const { announcing } = t.app;
  try {
    if (step.do === 'wait') {
      t.clock.advance(3_600_000);
      await publishDue(t.database.db, t.clock.now());
    } else if (step.do === 'save') await saveDraft(announcing, by, draft.id, { revision: draft.revision, changes: { title: `第${step.text ?? 0}稿` }, removed: [] });
    else if (step.do === 'correct') await startCorrection(announcing, by, announcementId, randomUUID(), '改一处');
    else if (step.do === 'withdraw' || step.do === 'archive' || step.do === 'take_out_of_archive') await takeAnnouncementStep(announcing, by, announcementId, step.do, step.do === 'withdraw' ? { reason: '有误' } : {});
    else {
      const publishAt = new Date(t.clock.now().getTime() + 1_800_000).toISOString();
      await takeDraftStep(announcing, by, draft.id, step.do as 'submit', { revision: draft.revision, reason: '请改', ...(step.do === 'approve_for_later' ? { publishAt } : {}) });
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

test('whoever does whatever in whatever order: only approved texts become public, versions have no gap, revisions only grow', async () => {
  const departmentId = String(await departmentNamed(t, police));
  let published = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (steps) => {
      const first = randomUUID();
      await startDraft(t.app.announcing, people[0] as By, first, { departmentId, kind: 'notice', title: '第0稿', body: '<p>正文</p>' });
      const { announcement_id: announcementId } = await t.database.db.selectFrom('announcement_drafts').where('id', '=', first).select('announcement_id').executeTakeFirstOrThrow();
      /** What somebody who had not written in it approved, by draft. */
      const approved = new Map<string, { title: string; by: string }>();
      let before = await draftsOf(announcementId);
      let versions = await versionsOf(announcementId);
      for (const step of steps) {
        const draft = before.at(-1);
        if (draft === undefined) throw new Error('no draft');
        await attempt(step, announcementId, draft);
        const after = await draftsOf(announcementId);
        for (const { id, status, revision, content, approved_by: approver } of after) {
          const old = before.find((each) => each.id === id);
          if (old === undefined) continue;
          const isChanged = old.status !== status || old.content.title !== content.title;
          expect(revision - old.revision).toBe(isChanged ? 1 : 0);
          if (approver === null) approved.delete(id);
          else if (old.approved_by !== approver || old.status !== status) {
            expect(await authorsOf(id)).not.toContain(approver);
            const standing = approved.get(id);
            // The clock publishes what was approved before, unchanged.
            if (step.do === 'wait') expect(standing).toEqual({ title: content.title, by: approver });
            approved.set(id, { title: content.title, by: approver });
          }
        }
        const newVersions = await versionsOf(announcementId);
        expect(newVersions.map(({ version }) => version)).toEqual(newVersions.map((_each, index) => index + 1));
        expect(newVersions.length - versions.length).toBeLessThanOrEqual(1);
        if (newVersions.length > versions.length) {
          published += 1;
          const source = after.find(({ id, status }) => status === 'published' && before.find((each) => each.id === id)?.status !== 'published');
          expect(approved.get(source?.id ?? '')?.title).toBe(newVersions.at(-1)?.title);
        }
        expect(after.filter(({ status }) => status !== 'published' && status !== 'discarded').length).toBeLessThanOrEqual(1);
        [before, versions] = [after, newVersions];
      }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 25), examples: [[[...aWholeLife]]] },
  );
  expect(published).toBeGreaterThan(0);
}, 120_000);
