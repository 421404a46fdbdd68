import { randomUUID } from 'node:crypto';
import { announcementPath, draftPath } from '../../../server/announcements/announcementPaths';
import { publishDue } from '../../../server/announcements/publishDue';
import type { AnnouncementContent } from '../../../server/contract/announcementContent';
import type { AnnouncementDraft, AnnouncementDraftPage, CleanHtml, SavedDraft, StaffAnnouncement, StaffAnnouncementPage } from '../../../server/contract/announcementDrafts';
import type { StaffRole } from '../../../server/contract/staff';
import { publishedAnnouncement, soundNotice } from '../../support/announcements';
import { inboxItems } from '../../support/notices';
import { becomeStaff, departmentNamed } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';
import { png } from '../files/fileSamples';

let t: TestApp;
type Headers = { authorization: string };
let editor: Headers;
let approver: Headers;
const police = '云岫县公安局';
beforeAll(async () => {
  t = await startTestApp();
  editor = await become('shop_owner', 'editor');
  approver = await become('young_father', 'approver');
});
afterAll(() => t.close());

const become = (citizen: string, role: StaffRole, department = police): Promise<Headers> => becomeStaff(t, citizen, [{ role, department }]);
const call = (method: 'GET' | 'PUT' | 'POST', path: string, headers: Headers, payload?: object) => t.app.inject({ method, url: `/api/v1/staff/${path}`, headers, ...(payload === undefined ? {} : { payload }) });
const code = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;

async function start(headers = editor, extra: object = soundNotice): Promise<AnnouncementDraft> {
  const reply = await call('PUT', `announcement-drafts/${randomUUID()}`, headers, { departmentId: String(await departmentNamed(t, police)), kind: 'notice', ...extra });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}
const save = (draft: AnnouncementDraft, changes: Partial<AnnouncementContent>, headers = editor, more: object = {}) => call('PUT', `announcement-drafts/${draft.id}/content`, headers, { revision: draft.revision, changes, removed: [], ...more });
const step = (draft: AnnouncementDraft, action: string, headers: Headers, more: object = {}) => call('POST', `announcement-drafts/${draft.id}/steps/${action}`, headers, { revision: draft.revision, ...more });
const read = async (draft: { id: string }, headers = editor): Promise<AnnouncementDraft> => (await call('GET', `announcement-drafts/${draft.id}`, headers)).json();
const noticesFor = async (key: string): Promise<{ key: string; title: string }[]> =>
  (await t.database.pool.query<{ key: string; title: string }>('select key, title from outbox_notices where key like $1 order by id', [`${key}%`])).rows;

test('a text is written by one, approved by another, and then public with a number, a first version and a notice', async () => {
  const follower = await t.signIn('grandmother');
  await t.app.inject({ method: 'PUT', url: `/api/v1/follows/departments/${await departmentNamed(t, police)}`, headers: follower });
  const draft = await start();
  expect(draft).toMatchObject({ status: 'draft', revision: 1, isCorrection: false, findings: [], allowedActions: ['edit', 'submit', 'discard'] });
  const submitted = (await step(draft, 'submit', editor)).json<AnnouncementDraft>();
  expect(submitted).toMatchObject({ status: 'submitted', revision: 2, allowedActions: ['edit', 'take_back', 'discard'] });
  expect((await read(draft, approver)).allowedActions).toEqual(['return', 'approve_for_later', 'approve']);
  const published = (await step(submitted, 'approve', approver)).json<AnnouncementDraft>();
  expect(published).toMatchObject({ status: 'published', revision: 3, content: { indexNumber: '云岫公安-2026-0001' }, allowedActions: [] });
  expect(published.events.map(({ action }) => action)).toEqual(['start', 'submit', 'approve']);
  const announcement = (await call('GET', `announcements/${draft.announcementId}`, approver)).json<StaffAnnouncement>();
  expect(announcement).toMatchObject({ status: 'published', version: 1, openDraftId: null, content: { ...soundNotice, indexNumber: '云岫公安-2026-0001' }, allowedActions: ['withdraw', 'archive'] });
  await t.app.outbox.deliverAll();
  expect((await inboxItems(t, follower))[0]).toMatchObject({ kind: 'announcement', title: soundNotice.title, path: announcementPath(Number(draft.announcementId)) });
  expect((await inboxItems(t, approver))[0]).toMatchObject({ kind: 'staff_task', path: draftPath(draft.id) });
  expect((await inboxItems(t, editor))[0]).toMatchObject({ kind: 'staff_result', path: draftPath(draft.id) });
  expect((await noticesFor(`announcement-draft:${draft.id}`)).map(({ title }) => title)).toEqual([`待审核：${soundNotice.title ?? ''}`, `已发布：${soundNotice.title ?? ''}`]);
});

test('a call whose answer was lost changes nothing the second time', async () => {
  const draft = await start();
  const startedAgain = await call('PUT', `announcement-drafts/${draft.id}`, editor, { departmentId: draft.department.id, kind: 'notice' });
  expect(startedAgain.json()).toEqual(draft);
  expect(code(await call('PUT', `announcement-drafts/${draft.id}`, await become('grandmother', 'editor'), { departmentId: draft.department.id, kind: 'notice' }))).toBe('draft_exists');
  const once = (await save(draft, { summary: '调整办公时间' })).json<SavedDraft>();
  expect((await save(draft, { summary: '调整办公时间' })).json()).toEqual(once);
  for (const [action, headers] of [['submit', editor], ['approve', approver]] as const) {
    const before = await read(draft, headers);
    const first = await step(before, action, headers);
    expect(first.statusCode).toBe(200);
    expect((await step(before, action, headers)).json()).toEqual(first.json());
  }
  const { rows } = await t.database.pool.query('select version from announcement_versions where announcement_id = $1', [draft.announcementId]);
  expect(rows).toHaveLength(1);
});

test('whoever saves or steps from an older revision is told who has changed what, and nothing is lost', async () => {
  const draft = await start();
  await save(draft, { title: '户籍窗口调整时间' });
  const late = await save(draft, { body: '<p>另一个人写的</p>' }, await become('grandmother', 'editor'));
  expect([late.statusCode, code(late)]).toEqual([409, 'draft_changed_meanwhile']);
  expect(late.json()).toMatchObject({ message: expect.stringMatching(/林知夏（.*）改过标题/u) as string, fieldErrors: [{ field: 'body.changes.title' }] });
  expect(code(await step(draft, 'submit', editor))).toBe('draft_changed_meanwhile');
  expect((await read(draft)).content).toMatchObject({ title: '户籍窗口调整时间', body: soundNotice.body });
});

test('nobody approves what they have written in, also when they did long ago and hold every role', async () => {
  const both = await becomeStaff(t, 'grandmother', [{ role: 'editor', department: police }, { role: 'approver', department: police }]);
  const draft = await start();
  const helped = (await save(draft, { summary: '加一句' }, both)).json<SavedDraft>().draft;
  const submitted = (await step(helped, 'submit', editor)).json<AnnouncementDraft>();
  expect((await read(draft, both)).allowedActions).not.toContain('approve');
  expect(code(await step(submitted, 'approve', both))).toBe('approval_needs_another');
  expect(code(await step(submitted, 'approve_for_later', both, { publishAt: '2027-01-01T00:00:00Z' }))).toBe('approval_needs_another');
  const listed = (await call('GET', 'announcement-drafts?show=to_approve', both)).json<AnnouncementDraftPage>();
  expect(listed.items.map(({ id }) => id)).not.toContain(draft.id);
  expect((await step(submitted, 'approve', approver)).statusCode).toBe(200);
});

test('editing what was approved takes the approval back, and its approver is told', async () => {
  const draft = await start();
  const submitted = (await step(draft, 'submit', editor)).json<AnnouncementDraft>();
  const scheduled = (await step(submitted, 'approve_for_later', approver, { publishAt: '2026-12-01T01:00:00Z' })).json<AnnouncementDraft>();
  expect(scheduled).toMatchObject({ status: 'scheduled', approvedBy: { name: '林知夏' }, publishAt: '2026-12-01T01:00:00.000Z' });
  expect((await save(scheduled, {})).json<SavedDraft>().draft.status).toBe('scheduled');
  const edited = (await save(scheduled, { title: '换了标题' })).json<SavedDraft>().draft;
  expect(edited).toMatchObject({ status: 'draft', approvedBy: null });
  expect(edited.events.at(-1)).toMatchObject({ action: 'edit' });
  expect((await noticesFor(`announcement-draft:${draft.id}:${edited.revision}`)).map(({ title }) => title)).toEqual([`审核已失效：${soundNotice.title ?? ''}`]);
  t.clock.advance(10 * 86_400_000);
  await publishDue(t.database.db, t.clock.now());
  expect((await read(draft)).status).toBe('draft');
});

test('what was approved for later appears when its time has come, once', async () => {
  const draft = await start();
  const submitted = (await step(draft, 'submit', editor)).json<AnnouncementDraft>();
  const at = new Date(t.clock.now().getTime() + 3_600_000);
  expect(code(await step(submitted, 'approve_for_later', approver, { publishAt: t.clock.now().toISOString() }))).toBe('publish_time_passed');
  expect((await step(submitted, 'approve_for_later', approver)).statusCode).toBe(400);
  await step(submitted, 'approve_for_later', approver, { publishAt: at.toISOString() });
  const { rows: jobs } = await t.database.pool.query<{ start_after: Date }>(`select start_after from pgboss.job where name = 'publish-announcements' and data ->> 'publishAt' = $1`, [at.toISOString()]);
  expect(jobs).toEqual([{ start_after: at }]);
  expect(await publishDue(t.database.db, t.clock.now())).not.toContain(draft.id);
  t.clock.advance(3_600_000);
  expect(await publishDue(t.database.db, t.clock.now())).toEqual([draft.id]);
  expect(await publishDue(t.database.db, t.clock.now())).toEqual([]);
  const published = await read(draft);
  expect(published.events.at(-1)).toMatchObject({ action: 'publish_when_due', by: null });
  expect(published.status).toBe('published');
});

test('what has a fault is neither submitted nor approved; advice holds nobody up', async () => {
  const draft = await start(editor, { title: '公示', body: '<p>王某 110101199003074610</p>' });
  expect(draft.findings).toMatchObject([{ rule: 'id_number', severity: 'fault' }]);
  const refused = await step(draft, 'submit', editor);
  expect([refused.statusCode, code(refused)]).toEqual([422, 'announcement_has_faults']);
  const mended = (await save(draft, { body: '<p>王某 1101**********4610，本公示长期有效。</p>' })).json<SavedDraft>().draft;
  expect(mended.findings).toMatchObject([{ rule: 'validity_vague', severity: 'advice' }]);
  expect((await step(mended, 'submit', editor)).statusCode).toBe(200);
});

test('a return says why, to the owner and in the timeline; without a reason it is refused', async () => {
  const submitted = (await step(await start(), 'submit', editor)).json<AnnouncementDraft>();
  expect((await step(submitted, 'return', approver)).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'body.reason' }] });
  const returned = (await step(submitted, 'return', approver, { reason: '请写明楼层' })).json<AnnouncementDraft>();
  expect(returned.events.at(-1)).toMatchObject({ action: 'return', note: '请写明楼层' });
  expect((await noticesFor(`announcement-draft:${submitted.id}`)).at(-1)?.title).toBe(`已退回：${soundNotice.title ?? ''}`);
});

test('a correction is written while the old text stands, one at a time, and takes its place with its reason', async () => {
  const id = await publishedAnnouncement(t, police);
  const draftId = randomUUID();
  const correct = (payload: object) => call('PUT', `announcements/${id}/correction`, editor, payload);
  const draft = (await correct({ draftId, reason: '时间写错了' })).json<AnnouncementDraft>();
  expect(draft).toMatchObject({ isCorrection: true, baseVersion: 1, correctionReason: '时间写错了' });
  expect((await correct({ draftId, reason: '时间写错了' })).json()).toEqual(draft);
  expect(code(await correct({ draftId: randomUUID(), reason: '又一个' }))).toBe('correction_open');
  const saved = (await save(draft, { body: '<p>户籍窗口自12月2日起，上午9:00开始办理业务。</p>' })).json<SavedDraft>().draft;
  const submitted = (await step(saved, 'submit', editor)).json<AnnouncementDraft>();
  expect((await call('GET', `announcements/${id}`, editor)).json<StaffAnnouncement>()).toMatchObject({ version: 1, openDraftId: draftId, content: { body: soundNotice.body } });
  await step(submitted, 'approve', approver);
  expect((await call('GET', `announcements/${id}`, editor)).json<StaffAnnouncement>()).toMatchObject({ version: 2, openDraftId: null, content: { body: saved.content.body } });
  const { rows } = await t.database.pool.query('select version, correction_reason from announcement_versions where announcement_id = $1 order by version', [id]);
  expect(rows).toEqual([{ version: 1, correction_reason: null }, { version: 2, correction_reason: '时间写错了' }]);
});

test('a withdrawal says why, discards the correction that is being written, and may be sent again', async () => {
  const id = await publishedAnnouncement(t, police);
  const draftId = randomUUID();
  await call('PUT', `announcements/${id}/correction`, editor, { draftId, reason: '时间写错了' });
  expect(code(await call('POST', `announcements/${id}/steps/archive`, approver, {}))).toBe('correction_open');
  expect((await call('POST', `announcements/${id}/steps/withdraw`, approver, {})).statusCode).toBe(400);
  const withdrawn = await call('POST', `announcements/${id}/steps/withdraw`, approver, { reason: '内容有误' });
  expect(withdrawn.json()).toMatchObject({ status: 'withdrawn', withdrawalReason: '内容有误', openDraftId: null, allowedActions: [] });
  expect((await call('POST', `announcements/${id}/steps/withdraw`, approver, { reason: '内容有误' })).json()).toEqual(withdrawn.json());
  expect(await read({ id: draftId })).toMatchObject({ status: 'discarded' });
  expect(code(await call('PUT', `announcements/${id}/correction`, editor, { draftId: randomUUID(), reason: '再改' }))).toBe('step_not_possible');
});

test('what is archived comes back, and neither changes the text', async () => {
  const id = await publishedAnnouncement(t, police);
  expect((await call('POST', `announcements/${id}/steps/archive`, approver, {})).json()).toMatchObject({ status: 'archived', version: 1 });
  expect((await call('POST', `announcements/${id}/steps/take_out_of_archive`, approver, {})).json()).toMatchObject({ status: 'published', version: 1 });
});

test('markup in a text field stays text, code in the body goes, and the writer is told', async () => {
  const attack = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const draft = await start(editor, { title: attack, body: `<p onclick="alert(1)">正文</p><script>alert(1)</script><a href="javascript:alert(1)">链接</a>` });
  expect(draft.content).toMatchObject({ title: attack, body: '<p>正文</p><p>链接</p>' });
  const saved = (await save(draft, { summary: attack, issuingBody: attack, keywords: [attack.slice(0, 30)], body: '<h1>标题</h1><iframe src="https://x.example"></iframe><p style="x">正文</p>' })).json<SavedDraft>();
  expect(saved.draft.content).toMatchObject({ summary: attack, issuingBody: attack, body: '<h2>标题</h2><p>正文</p>' });
  expect(saved.removedFromBody).toEqual(['正文里去掉了嵌入的网页、视频或图形。']);
  expect((await call('POST', 'pasted-html', editor, { html: '<p>粘贴<script>1</script></p>' })).json<CleanHtml>()).toEqual({ html: '<p>粘贴</p>', removed: ['去掉了脚本和样式代码。'] });
  expect(code(await save(saved.draft, { body: '<div>'.repeat(300) }))).toBe('text_refused');
});

test('a file is only referred to by whoever has sent it, and read only through the draft', async () => {
  const upload = async (purpose: string, name: string, bytes: Buffer, headers: Headers): Promise<string> =>
    (await t.app.inject({ method: 'POST', url: `/api/v1/staff/files?purpose=${purpose}&name=${name}`, headers: { ...headers, 'content-type': 'application/octet-stream' }, payload: bytes })).json<{ hash: string }>().hash;
  const hash = await upload('picture', 'a.png', png, editor);
  const draft = await start();
  const other = await become('grandmother', 'editor');
  const body = `<p>图<img src="file:${hash}" alt="示意图"></p>`;
  expect((await save(draft, { body }, other)).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'body.changes.body' }] });
  const file = (headers: Headers) => t.app.inject({ url: `/api/v1/staff/announcement-drafts/${draft.id}/files/${hash}`, headers });
  expect([(await file(other)).statusCode, (await file(editor)).statusCode]).toEqual([404, 200]);
  const saved = (await save(draft, { body })).json<SavedDraft>().draft;
  expect(saved.content.pictures).toEqual([hash]);
  expect((await file(other)).headers['content-type']).toBe('image/png');
  const attachment = { hash, name: '表.pdf', mediaType: 'application/pdf', byteSize: 1 };
  expect((await save(saved, { attachments: [attachment] })).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'body.changes.attachments' }] });
});

test('a body as long as may be is saved, a longer one is refused', async () => {
  const draft = await start();
  const text = '字'.repeat(499_900);
  const saved = await save(draft, { body: `<p>${text}</p>` });
  expect(saved.statusCode).toBe(200);
  expect((await save(saved.json<SavedDraft>().draft, { body: '字'.repeat(700_000) })).statusCode).toBe(413);
});

test('lists show what is one’s own and in one’s departments, page by page', async () => {
  const headers = await become('without_union_id', 'editor', '云岫县档案馆');
  const departmentId = String(await departmentNamed(t, '云岫县档案馆'));
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    t.clock.advance(1_000);
    ids.unshift((await call('PUT', `announcement-drafts/${randomUUID()}`, headers, { departmentId, kind: 'notice', title: `第${index}份` })).json<AnnouncementDraft>().id);
  }
  const page = async (cursor = ''): Promise<AnnouncementDraftPage> => (await call('GET', `announcement-drafts?limit=2${cursor}`, headers)).json();
  const first = await page();
  const second = await page(`&cursor=${first.nextCursor ?? ''}`);
  const third = await page(`&cursor=${second.nextCursor ?? ''}`);
  expect([...first.items, ...second.items, ...third.items].map(({ id }) => id)).toEqual(ids);
  expect(first.total.count).toBe(5);
  expect((await call('GET', 'announcement-drafts?show=all', approver)).json<AnnouncementDraftPage>().items.map(({ department }) => department.name)).not.toContain('云岫县档案馆');
  const forged = (...key: unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
  for (const at of ['x', '1', '2026-02-30 00:00:00+00', '2026-02-03 24:00:00+00', 'infinity']) {
    expect(code(await call('GET', `announcement-drafts?cursor=${forged(at, randomUUID())}`, headers))).toBe('cursor_invalid');
    expect(code(await call('GET', `announcements?cursor=${forged(at, 1)}`, headers))).toBe('cursor_invalid');
  }
});

test('published ones are paged, the newest first', async () => {
  const headers = await become('without_union_id', 'editor', '云岫县档案馆');
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    t.clock.advance(1_000);
    ids.unshift(await publishedAnnouncement(t, '云岫县档案馆'));
  }
  const first = (await call('GET', 'announcements?limit=2', headers)).json<StaffAnnouncementPage>();
  const second = (await call('GET', `announcements?limit=2&cursor=${first.nextCursor ?? ''}`, headers)).json<StaffAnnouncementPage>();
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
});

test('published ones are found by status, kind and words of the title', async () => {
  await publishedAnnouncement(t, police, { ...soundNotice, title: '关于100%电子化的通知' });
  const found = async (query: string): Promise<string[]> => (await call('GET', `announcements?${query}`, approver)).json<StaffAnnouncementPage>().items.map(({ title }) => title);
  expect(await found(`title=${encodeURIComponent('100%电')}`)).toEqual(['关于100%电子化的通知']);
  expect(await found('kind=urgent_notice')).toEqual([]);
  const withdrawn = await publishedAnnouncement(t, police, { ...soundNotice, title: '撤回的通知' });
  await call('POST', `announcements/${withdrawn}/steps/withdraw`, approver, { reason: '内容有误' });
  expect(await found('status=withdrawn')).toContain('撤回的通知');
  expect(await found('status=published')).not.toContain('撤回的通知');
});

test('every step stands in the audit trail with what it changed', async () => {
  const draft = await start();
  await step(draft, 'submit', editor);
  const { rows } = await t.database.pool.query<{ action: string; actor_kind: string; after: unknown }>(`select action, actor_kind, after from audit_entries where object_id = $1 order by action`, [draft.id]);
  expect(rows.map(({ action }) => action)).toEqual(['start_announcement_draft', 'submit_announcement_draft']);
  expect(rows[1]).toMatchObject({ actor_kind: 'staff', after: { status: 'submitted', revision: 2 } });
});
