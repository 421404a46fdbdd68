import type { GuideDraft } from '../../../server/contract/guideDrafts';
import { guideDraftWork } from '../../../server/features/guide-drafts/guideDraftWork';
import { guideReviewWork } from '../../../server/features/guide-reviews/guideReviewWork';
import { findStaffSession, type StaffSession } from '../../../server/staff/staffSession';
import { draftCalls, flawless, type Headers } from '../../support/guideDrafts';
import { becomeStaff } from '../../support/staff';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

const police = '云岫县公安局';

let t: TestApp;
let calls: ReturnType<typeof draftCalls>;
let editor: Headers;
let approver: Headers;
beforeAll(async () => {
  t = await startTestApp();
  calls = draftCalls(t);
  editor = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
  approver = await becomeStaff(t, 'grandmother', [{ role: 'approver', department: police }]);
});
afterAll(() => t.close());

async function sessionOf(headers: Headers): Promise<StaffSession> {
  const { rows } = await t.database.pool.query<{ citizen_id: string }>(`select citizen_id from sessions where token_hash = sha256(convert_to($1, 'UTF8'))`, [headers.authorization.slice('Bearer '.length)]);
  const session = await findStaffSession(t.database.pool, rows[0]?.citizen_id ?? '', t.clock.now());
  if (session === undefined) throw new Error('not staff');
  return session;
}
const waiting = async (headers: Headers): Promise<(string | null)[]> => (await guideDraftWork.find(t.database.db, await sessionOf(headers), t.clock.now())).map(({ note }) => note);
const notices = async (): Promise<string[]> => (await t.database.pool.query<{ title: string }>(`select title from outbox_notices where key like 'guide_draft:%' order by id`)).rows.map(({ title }) => title);

test('a draft waits for its owner until it is handed in, then for the approver, who are told of it', async () => {
  const guideId = await insertGuide(t.database, { name: '犬只登记', department: police, content: flawless });
  const draft = await calls.start(editor, guideId);
  expect([await waiting(editor), await waiting(approver)]).toEqual([['没写完'], []]);
  const saved = (await calls.save(editor, draft, { summary: '新的简介' })).json<GuideDraft>();
  await calls.step(editor, saved, 'submission');
  expect([await waiting(editor), await waiting(approver)]).toEqual([[], ['等您审核']]);
  await calls.step(approver, saved, 'return', { reason: '再核对' });
  expect([await waiting(editor), await waiting(approver)]).toEqual([['退回来了，请修改'], []]);
  await calls.step(editor, saved, 'submission');
  await calls.step(approver, saved, 'publication');
  expect([await waiting(editor), await waiting(approver)]).toEqual([[], []]);
  expect(await notices()).toEqual(['指南等您审核：犬只登记', '指南退回修改：犬只登记', '指南等您审核：犬只登记', '指南已发布：犬只登记']);
});

test('what somebody owns is handed over with its timeline, and nothing that is finished', async () => {
  const successor = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
  const [from, to] = [await sessionOf(editor), await sessionOf(successor)];
  const draft = await calls.start(editor, await insertGuide(t.database, { department: police }));
  expect(await guideDraftWork.countOwned(t.database.db, from.staffId)).toBe(1);
  expect(await t.database.db.transaction().execute((tx) => guideDraftWork.handOver(tx, from.staffId, to.staffId, t.clock.now()))).toBe(1);
  expect(await waiting(successor)).toEqual(['没写完']);
  expect((await calls.read(successor, draft.id))).toMatchObject({ isMine: true, events: [{ name: '交接给别人' }, { name: '开始修改' }] });
});

test('the yearly look waits for the editors of the department, with its due time', async () => {
  const id = await insertGuide(t.database, { department: police });
  await t.database.pool.query(`update service_guides set updated_at = '2025-12-01T02:00:00Z' where id = $1`, [id]);
  const work = await guideReviewWork.find(t.database.db, await sessionOf(editor), t.clock.now());
  expect(work).toEqual([expect.objectContaining({ kind: 'guide_review', id, dueAt: new Date('2026-12-01T23:59:59+08:00'), waitingSince: new Date('2026-11-01T00:00:00+08:00') })]);
  expect(await guideReviewWork.find(t.database.db, await sessionOf(approver), t.clock.now())).toEqual([]);
});
