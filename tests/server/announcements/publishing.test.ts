import { randomUUID } from 'node:crypto';
import { publishDue } from '../../../server/announcements/publishDue';
import { saveDraft } from '../../../server/announcements/saveDraft';
import { startCorrection, startDraft } from '../../../server/announcements/startDraft';
import { takeAnnouncementStep } from '../../../server/announcements/takeAnnouncementStep';
import { takeDraftStep } from '../../../server/announcements/takeDraftStep';
import { memberOf, publishedAnnouncement, revisionOf, soundNotice, startedDraft } from '../../support/announcements';
import { departmentNamed } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
const police = '云岫县公安局';
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const submitted = async (): Promise<string> => {
  const editor = await memberOf(t, police, 'editor');
  const draftId = await startedDraft(t, editor, police);
  await takeDraftStep(t.app.announcing, editor, draftId, 'submit', { revision: 1 });
  return draftId;
};
const outcomes = (results: PromiseSettledResult<unknown>[]): string[] => results.map((result) => (result.status === 'fulfilled' ? 'done' : (result.reason as { code: string }).code)).sort();
const announcementOf = async (draftId: string): Promise<number> => (await t.database.db.selectFrom('announcement_drafts').where('id', '=', draftId).select('announcement_id').executeTakeFirstOrThrow()).announcement_id;
const versionsOf = async (id: number): Promise<number[]> =>
  (await t.database.db.selectFrom('announcement_versions').where('announcement_id', '=', id).select('version').orderBy('version').execute()).map(({ version }) => version);

test('of two approvals at the same time on two processes one publishes, and the other is told that somebody was faster', async () => {
  const other = await t.startAnother();
  for (let round = 0; round < 5; round += 1) {
    const draftId = await submitted();
    const [one, two] = [await memberOf(t, police, 'approver'), await memberOf(t, police, 'approver')];
    const results = await Promise.allSettled([
      takeDraftStep(t.app.announcing, one, draftId, 'approve', { revision: 2 }),
      takeDraftStep(other.announcing, two, draftId, 'approve', { revision: 2 }),
    ]);
    expect(outcomes(results)).toEqual(['done', 'draft_changed_meanwhile']);
    expect(await versionsOf(await announcementOf(draftId))).toEqual([1]);
  }
});

test('an edit and an approval at the same time never publish what was not approved', async () => {
  const other = await t.startAnother();
  for (let round = 0; round < 5; round += 1) {
    const draftId = await submitted();
    const [editor, approver] = [await memberOf(t, police, 'editor'), await memberOf(t, police, 'approver')];
    const results = await Promise.allSettled([
      takeDraftStep(t.app.announcing, approver, draftId, 'approve', { revision: 2 }),
      saveDraft(other.announcing, editor, draftId, { revision: 2, changes: { title: '没人审过的标题' }, removed: [] }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { title } = await t.database.db.selectFrom('announcements').where('id', '=', await announcementOf(draftId)).select('title').executeTakeFirstOrThrow();
    expect([null, soundNotice.title]).toContain(title);
  }
});

test('of two saves of one revision at the same time one stands, and the other is told', async () => {
  const other = await t.startAnother();
  const editor = await memberOf(t, police, 'editor');
  const draftId = await startedDraft(t, editor, police);
  const colleague = await memberOf(t, police, 'editor');
  const results = await Promise.allSettled([
    saveDraft(t.app.announcing, editor, draftId, { revision: 1, changes: { title: '甲' }, removed: [] }),
    saveDraft(other.announcing, colleague, draftId, { revision: 1, changes: { title: '乙' }, removed: [] }),
  ]);
  expect(outcomes(results)).toEqual(['done', 'draft_changed_meanwhile']);
});

test('one draft is started by two calls with one id, and one correction by many with different ids', async () => {
  const editor = await memberOf(t, police, 'editor');
  const [draftId, departmentId] = [randomUUID(), String(await departmentNamed(t, police))];
  await Promise.all([1, 2, 3].map(() => startDraft(t.app.announcing, editor, draftId, { departmentId, kind: 'notice' })));
  const id = Number(await publishedAnnouncement(t, police));
  expect(outcomes(await Promise.allSettled([1, 2, 3].map(() => startCorrection(t.app.announcing, editor, id, randomUUID(), '改一处'))))).toEqual(['correction_open', 'correction_open', 'done']);
});

test('many publications at once on two processes get numbers of their own', async () => {
  const other = await t.startAnother();
  const approver = await memberOf(t, police, 'approver');
  const drafts = await Promise.all(Array.from({ length: 8 }, submitted));
  await Promise.all(drafts.map((draftId, index) => takeDraftStep((index % 2 === 0 ? t.app : other).announcing, approver, draftId, 'approve', { revision: 2 })));
  const { rows } = await t.database.pool.query<{ number: string }>(`select content ->> 'indexNumber' as number from announcements where version > 0`);
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
});

test('a number given by hand is passed over, and refused to a second one', async () => {
  const prefix = '云岫档案馆';
  await publishedAnnouncement(t, '云岫县档案馆', { ...soundNotice, indexNumber: `${prefix}-2026-0001` });
  const id = await publishedAnnouncement(t, '云岫县档案馆');
  const { content } = await t.database.db.selectFrom('announcements').where('id', '=', Number(id)).select('content').executeTakeFirstOrThrow();
  expect(content?.indexNumber).toBe(`${prefix}-2026-0002`);
  await expect(publishedAnnouncement(t, '云岫县档案馆', { ...soundNotice, indexNumber: `${prefix}-2026-0002` })).rejects.toMatchObject({ code: 'announcement_has_faults' });
});

test('what is due is published once by four processes that look at the same time, and a withdrawal at that moment waits or wins', async () => {
  const processes = [t.app, await t.startAnother(), await t.startAnother(), await t.startAnother()];
  const approver = await memberOf(t, police, 'approver');
  const drafts = await Promise.all(Array.from({ length: 6 }, submitted));
  const publishAt = new Date(t.clock.now().getTime() + 60_000).toISOString();
  for (const draftId of drafts) await takeDraftStep(t.app.announcing, approver, draftId, 'approve_for_later', { revision: 2, publishAt });
  t.clock.advance(60_000);
  const published = (await Promise.all(processes.map((app) => publishDue(app.db, t.clock.now())))).flat();
  expect(published.sort()).toEqual([...drafts].sort());
  const id = await announcementOf(drafts[0] ?? '');
  const editor = await memberOf(t, police, 'editor');
  const correction = randomUUID();
  await startCorrection(t.app.announcing, editor, id, correction, '改一处');
  await saveDraft(t.app.announcing, editor, correction, { revision: 1, changes: { title: '更正后的标题' }, removed: [] });
  await takeDraftStep(t.app.announcing, editor, correction, 'submit', { revision: 2 });
  await takeDraftStep(t.app.announcing, approver, correction, 'approve_for_later', { revision: 3, publishAt: new Date(t.clock.now().getTime() + 1_000).toISOString() });
  t.clock.advance(1_000);
  await Promise.all([takeAnnouncementStep(t.app.announcing, approver, id, 'withdraw', { reason: '有误' }), publishDue((processes[1] ?? t.app).db, t.clock.now())]);
  expect((await t.database.db.selectFrom('announcements').where('id', '=', id).select('status').executeTakeFirstOrThrow()).status).toBe('withdrawn');
  expect(['published', 'discarded']).toContain((await t.database.db.selectFrom('announcement_drafts').where('id', '=', correction).select('status').executeTakeFirstOrThrow()).status);
});

test('one that cannot be published does not hold up the others, and is published when it can be', async () => {
  const approver = await memberOf(t, police, 'approver');
  const [broken, sound] = [await submitted(), await submitted()];
  const publishAt = new Date(t.clock.now().getTime() + 60_000).toISOString();
  for (const draftId of [broken, sound]) await takeDraftStep(t.app.announcing, approver, draftId, 'approve_for_later', { revision: 2, publishAt });
  // Another one has taken its number meanwhile.
  const [{ number } = { number: '' }] = (await t.database.pool.query<{ number: string }>(`select content ->> 'indexNumber' as number from announcements where version > 0 limit 1`)).rows;
  await t.database.pool.query(`update announcement_drafts set content = content || jsonb_build_object('indexNumber', $1::text), publish_at = publish_at - interval '1 second' where id = $2`, [number, broken]);
  t.clock.advance(60_000);
  const errors: string[] = [];
  expect(await publishDue(t.database.db, t.clock.now(), { error: (details: { draftId: string }) => void errors.push(details.draftId) })).toEqual([sound]);
  expect(errors).toEqual([broken]);
  await t.database.pool.query(`update announcement_drafts set content = content - 'indexNumber' where id = $1`, [broken]);
  expect(await publishDue(t.database.db, t.clock.now())).toEqual([broken]);
  expect(await revisionOf(t, broken)).toBe(4);
});
