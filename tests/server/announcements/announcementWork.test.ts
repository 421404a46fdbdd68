import { takeDraftStep } from '../../../server/announcements/takeDraftStep';
import { saveDraft } from '../../../server/announcements/saveDraft';
import { announcementWork } from '../../../server/features/staff-announcements/announcementWork';
import { memberOf, startedDraft } from '../../support/announcements';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
const police = '云岫县公安局';
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('a draft waits for its owner, then for every approver but its writers, then for nobody; what is due first stands first', async () => {
  const { db } = t.database;
  const [editor, writer, approver, elsewhere] = [await memberOf(t, police, 'editor'), await memberOf(t, police, 'editor', 'approver'), await memberOf(t, police, 'approver'), await memberOf(t, '云岫县民政局', 'approver')];
  const notes = async (by: typeof editor): Promise<(string | null)[]> => (await announcementWork.find(db, by.staff, t.clock.now())).map(({ note }) => note);
  const draftId = await startedDraft(t, editor, police);
  await saveDraft(t.app.announcing, writer, draftId, { revision: 1, changes: { summary: '加一句' }, removed: [], publishAt: '2026-12-01T00:00:00Z' });
  expect(await notes(editor)).toEqual(['草稿，写好后提交审核']);
  await takeDraftStep(t.app.announcing, editor, draftId, 'submit', { revision: 2 });
  expect([await notes(editor), await notes(writer), await notes(approver), await notes(elsewhere)]).toEqual([[], [], ['等您审核'], []]);
  expect((await announcementWork.find(db, approver.staff, t.clock.now()))[0]?.dueAt).toEqual(new Date('2026-12-01T00:00:00Z'));
  await takeDraftStep(t.app.announcing, approver, draftId, 'return', { revision: 3, reason: '请改' });
  expect(await notes(editor)).toEqual(['被退回，请修改后重新提交']);
});

test('what an owner who leaves has begun goes to somebody else, and does not become theirs to approve', async () => {
  const { db } = t.database;
  const [leaving, heir] = [await memberOf(t, police, 'editor'), await memberOf(t, police, 'editor', 'approver')];
  const draftId = await startedDraft(t, leaving, police);
  await takeDraftStep(t.app.announcing, leaving, draftId, 'submit', { revision: 1 });
  expect(await announcementWork.countOwned(db, leaving.staff.staffId)).toBe(1);
  expect(await db.transaction().execute((tx) => announcementWork.handOver(tx, leaving.staff.staffId, heir.staff.staffId, t.clock.now()))).toBe(1);
  expect([await announcementWork.countOwned(db, leaving.staff.staffId), await announcementWork.countOwned(db, heir.staff.staffId)]).toEqual([0, 1]);
  await expect(takeDraftStep(t.app.announcing, heir, draftId, 'approve', { revision: 2 })).rejects.toMatchObject({ code: 'approval_needs_another' });
});
