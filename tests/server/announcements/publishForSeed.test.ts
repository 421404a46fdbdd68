import { randomUUID } from 'node:crypto';
import { publishForSeed, type SeedAnnouncement } from '../../../server/announcements/publishForSeed';
import { takeDraftStep } from '../../../server/announcements/takeDraftStep';
import { memberOf, soundNotice, startedDraft } from '../../support/announcements';
import { departmentNamed } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
const police = '云岫县公安局';
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('demo data goes the way of all texts, at the times it says, and once', async () => {
  const [author, approver] = [(await memberOf(t, police, 'editor')).staff, (await memberOf(t, police, 'approver')).staff];
  const at = (date: string): Date => new Date(`${date}T01:00:00Z`);
  const seed: SeedAnnouncement = {
    draftId: randomUUID(),
    departmentId: await departmentNamed(t, police),
    kind: 'notice',
    content: soundNotice,
    publishedAt: at('2025-12-01'),
    author,
    approver,
    corrections: [{ draftId: randomUUID(), reason: '时间写错了', changes: { summary: '更正' }, at: at('2025-12-05') }],
    archivedAt: at('2026-06-01'),
  };
  const id = await publishForSeed(t.app.announcing, seed);
  expect(await publishForSeed(t.app.announcing, seed)).toBe(id);
  const row = await t.database.db.selectFrom('announcements').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: 'archived', version: 2, first_published_at: at('2025-12-01'), published_at: at('2025-12-05'), archived_at: at('2026-06-01'), content: { indexNumber: '云岫公安-2025-0001' } });
  await expect(publishForSeed(t.app.announcing, { ...seed, draftId: randomUUID(), approver: author })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(publishForSeed(t.app.announcing, { ...seed, draftId: randomUUID(), content: { title: '没有正文' } })).rejects.toMatchObject({ code: 'announcement_has_faults' });
});

test('whoever stands in for a writer does not approve what they wrote', async () => {
  const editor = await memberOf(t, police, 'editor');
  const draftId = await startedDraft(t, editor, police);
  await takeDraftStep(t.app.announcing, editor, draftId, 'submit', { revision: 1 });
  const { staff } = await memberOf(t, police, 'approver');
  const standIn = { staff: { ...staff, standsInFor: [editor.staff.staffId] } };
  await expect(takeDraftStep(t.app.announcing, standIn, draftId, 'approve', { revision: 2 })).rejects.toMatchObject({ code: 'approval_needs_another' });
  await takeDraftStep(t.app.announcing, { staff }, draftId, 'approve', { revision: 2 });
});
