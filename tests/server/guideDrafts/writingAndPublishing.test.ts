import { randomUUID } from 'node:crypto';
import type { GuideDraft, GuideDraftPage, GuideComparison } from '../../../server/contract/guideDrafts';
import type { GuideForm } from '../../../server/contract/guideForm';
import type { GuideVersionPage, ServiceGuide } from '../../../server/contract/serviceGuides';
import { GuideContent } from '../../../server/contract/guideContent';
import { codeOf, draftCalls, flawless, type Headers } from '../../support/guideDrafts';
import { becomeStaff, departmentNamed } from '../../support/staff';
import { changeGuide, insertGuide, startTestApp, type TestApp } from '../../support/testApp';

const police = '云岫县公安局';
const civilAffairs = '云岫县民政局';

let t: TestApp;
let calls: ReturnType<typeof draftCalls>;
let editor: Headers;
let colleague: Headers;
let approver: Headers;
beforeAll(async () => {
  t = await startTestApp();
  calls = draftCalls(t);
  editor = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }, { role: 'approver', department: police }]);
  colleague = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
  approver = await becomeStaff(t, 'grandmother', [{ role: 'approver', department: police }]);
});
afterAll(() => t.close());

const guide = (content: Partial<GuideContent> = {}) => insertGuide(t.database, { department: police, content: { ...flawless, ...content } });
const published = async (id: string): Promise<ServiceGuide> => (await t.app.inject(`/api/v1/service-guides/${id}`)).json<ServiceGuide>();
async function submitted(changes: object = { summary: '新的简介' }): Promise<GuideDraft> {
  const draft = await calls.start(editor, await guide());
  const saved = (await calls.save(editor, draft, changes)).json<GuideDraft>();
  const reply = await calls.step(editor, saved, 'submission');
  expect(reply.statusCode).toBe(200);
  return reply.json<GuideDraft>();
}

test('a guide is changed in a draft, and citizens read the change when another person has approved it', async () => {
  const guideId = await guide();
  const draft = await calls.start(editor, guideId);
  expect(draft).toMatchObject({ guideId, status: 'draft', statusName: '修改中', isMine: true, revision: 1, baseVersion: 1, changes: [], allowedActions: ['save', 'take_over', 'submit', 'withdraw'] });
  const saved = (await calls.save(editor, draft, { consultationPhone: '0000-88888888', openingHours: null })).json<GuideDraft>();
  expect(saved.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['openingHours', '工作日 9:00—17:00', null],
    ['consultationPhone', '0000-12345611', '0000-88888888'],
  ]);
  expect(saved.check.findings).toEqual([expect.objectContaining({ rule: 'element_hours_missing', isBlocking: true, label: '办理时间' })]);
  expect((await published(guideId)).content.consultationPhone).toBe('0000-12345611');

  const refused = await calls.step(editor, saved, 'submission');
  expect(refused.json()).toMatchObject({ code: 'guide_faults_remain', fieldErrors: [{ field: 'content.openingHours' }] });
  const mended = (await calls.save(editor, saved, { openingHours: '工作日 9:00—17:00' })).json<GuideDraft>();
  const handedIn = (await calls.step(editor, mended, 'submission')).json<GuideDraft>();
  expect(handedIn).toMatchObject({ status: 'submitted', statusName: '待审核', allowedActions: ['save', 'take_over', 'withdraw'], approvalNote: expect.stringMatching(/另一位/) as string });
  expect((await calls.read(approver, draft.id)).allowedActions).toEqual(['return', 'publish']);

  const done = (await calls.step(approver, handedIn, 'publication')).json<GuideDraft>();
  expect(done).toMatchObject({ status: 'published', allowedActions: [], changes: [{ field: 'consultationPhone' }] });
  expect(await published(guideId)).toMatchObject({ version: 2, content: { consultationPhone: '0000-88888888' } });
  const history = (await t.app.inject(`/api/v1/service-guides/${guideId}/versions`)).json<GuideVersionPage>();
  expect(history.items.map(({ version, changes }) => [version, changes.map(({ field }) => field)])).toEqual([[2, ['consultationPhone']], [1, []]]);
  expect(done.events.map(({ name }) => name)).toEqual(['通过并发布', '提交审核', '修改', '开始修改']);
});

test('nobody approves what they wrote or changed themselves, nor sends it back', async () => {
  const draft = await submitted();
  expect(codeOf(await calls.step(editor, draft, 'publication'))).toBe('approval_needs_another');
  expect(codeOf(await calls.step(editor, draft, 'return', { reason: '再想想' }))).toBe('approval_needs_another');
  expect(codeOf(await calls.step(colleague, draft, 'publication'))).toBe('not_allowed');
});

test('whoever has changed a single field of what is handed in is one of its authors, whoever wrote last', async () => {
  const draft = await calls.start(colleague, await guide());
  const helped = (await calls.save(editor, draft, { openingHours: '工作日 8:30—17:30' })).json<GuideDraft>();
  const finished = (await calls.save(colleague, helped, { summary: '新的简介' })).json<GuideDraft>();
  const handedIn = (await calls.step(colleague, finished, 'submission')).json<GuideDraft>();
  expect(codeOf(await calls.step(editor, handedIn, 'publication'))).toBe('approval_needs_another');
  expect((await calls.step(approver, handedIn, 'publication')).statusCode).toBe(200);
});

test('what is changed after it was handed in waits for approval anew, and nobody approves what they have not seen', async () => {
  const draft = await submitted();
  const changed = (await calls.save(colleague, draft, { summary: '又改了' })).json<GuideDraft>();
  expect(changed.status).toBe('draft');
  expect(codeOf(await calls.step(approver, draft, 'publication'))).toBe('step_not_possible');
  const again = (await calls.step(colleague, changed, 'submission')).json<GuideDraft>();
  expect(codeOf(await calls.step(approver, draft, 'publication'))).toBe('draft_changed_meanwhile');
  expect((await calls.step(approver, again, 'publication')).statusCode).toBe(200);
});

test('what is sent back says why until it is handed in again', async () => {
  const draft = await submitted();
  expect((await calls.step(approver, draft, 'return')).statusCode).toBe(400);
  const back = (await calls.step(approver, draft, 'return', { reason: '电话要写区号' })).json<GuideDraft>();
  expect(back).toMatchObject({ status: 'returned', returnReason: '电话要写区号' });
  const mended = (await calls.save(editor, back, { consultationPhone: '0000-1' })).json<GuideDraft>();
  expect(mended).toMatchObject({ status: 'returned', returnReason: '电话要写区号' });
  expect((await calls.step(editor, mended, 'submission')).json<GuideDraft>()).toMatchObject({ status: 'submitted', returnReason: null });
});

test('of two approvers at once one publishes, and the other is told that it is decided', async () => {
  const second = await becomeStaff(t, 'without_union_id', [{ role: 'approver', department: police }]);
  const elsewhere = draftCalls(t, await t.startAnother());
  for (let round = 0; round < 5; round += 1) {
    const draft = await submitted();
    const replies = await Promise.all([calls.step(approver, draft, 'publication'), elsewhere.step(second, draft, 'publication'), elsewhere.step(second, draft, 'return', { reason: '不行' })]);
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(new Set(replies.filter(({ statusCode }) => statusCode !== 200).map(codeOf))).toEqual(new Set(['step_not_possible']));
    const { version } = await published(draft.guideId ?? '');
    expect([1, 2]).toContain(version);
  }
});

test('every step again, because its answer was lost, changes nothing and is answered alike', async () => {
  const guideId = await guide();
  const draft = await calls.start(editor, guideId);
  expect((await calls.start(colleague, guideId)).id).toBe(draft.id);
  const saving = () => calls.save(editor, draft, { summary: '新的简介' });
  const saved = (await saving()).json<GuideDraft>();
  expect((await saving()).json<GuideDraft>().revision).toBe(saved.revision);
  for (const [who, name, more] of [[editor, 'submission', {}], [approver, 'return', { reason: '再核对' }], [editor, 'submission', {}], [approver, 'publication', {}]] as const) {
    const [one, two] = [await calls.step(who, saved, name, more), await calls.step(who, saved, name, more)];
    expect([one.statusCode, two.statusCode]).toEqual([200, 200]);
    expect(two.json<GuideDraft>().events).toEqual(one.json<GuideDraft>().events);
  }
  expect((await published(guideId)).version).toBe(2);
  const another = await calls.start(editor, guideId);
  expect(another.id).not.toBe(draft.id);
  expect([(await calls.withdraw(editor, another.id)).statusCode, (await calls.withdraw(editor, another.id)).statusCode]).toEqual([200, 200]);
  expect(codeOf(await calls.save(editor, another, { summary: 'x' }))).toBe('step_not_possible');
});

test('two people write in two fields undisturbed; in the same field the second is told who was there', async () => {
  const draft = await calls.start(editor, await guide());
  expect((await calls.save(editor, draft, { summary: '甲的简介' })).statusCode).toBe(200);
  // Seen before that: another field.
  expect((await calls.save(colleague, draft, { transport: '坐 3 路车' })).statusCode).toBe(200);
  const refused = await calls.save(colleague, draft, { summary: '乙的简介' });
  expect(refused.json()).toMatchObject({ code: 'draft_changed_meanwhile', fieldErrors: [{ field: 'changes.summary', message: '林知夏刚改过“事项简介”。' }] });
  const now = await calls.read(colleague, draft.id);
  expect(now.content).toMatchObject({ summary: '甲的简介', transport: '坐 3 路车' });
  expect(now.otherEditors).toEqual([expect.objectContaining({ name: '林知夏', fields: ['事项简介'] })]);
  expect((await calls.save(colleague, now, { summary: '乙的简介' })).statusCode).toBe(200);
});

test('what the contract does not allow is refused at its place, in words, and nothing of it is kept', async () => {
  const draft = await calls.start(editor, await guide());
  const refusals = async (changes: object) => (await calls.save(editor, draft, changes)).json<{ code: string; fieldErrors: { field: string; message: string }[] }>();
  expect(await refusals({ requiredMaterials: [{ name: '好的', isWaived: false }, { name: '', isWaived: false }], summary: '好的' })).toMatchObject({
    code: 'request_invalid',
    fieldErrors: [{ field: 'changes.requiredMaterials.1.name', message: '申请材料第 2 项的材料名称没有填写。' }],
  });
  expect((await refusals({ name: null })).fieldErrors).toEqual([{ field: 'changes.name', message: '事项名称必须填写。' }]);
  expect((await refusals({ isAdministrator: true })).fieldErrors).toEqual([{ field: 'changes.isAdministrator', message: '指南没有这一项。' }]);
  expect((await refusals({ effectiveOn: '明天' })).fieldErrors[0]?.message).toBe('生效日期应当是一个日期。');
  expect((await refusals({ naturalPersonTopics: ['lp.tax'] })).fieldErrors[0]?.message).toMatch(/没有编码为 lp.tax 的主题/);
  expect((await refusals({ places: [{ officeCode: 'NOWHERE' }] })).fieldErrors[0]?.message).toMatch(/没有编码为 NOWHERE 的大厅/);
  expect((await refusals({ relatedCodes: ['NOTHING'] })).fieldErrors[0]?.message).toMatch(/没有实施编码为 NOTHING 的指南/);
  expect((await calls.read(editor, draft.id)).revision).toBe(1);
});

test('a draft cannot name a file that the guide does not offer: the storage holds more than guides', async () => {
  const draft = await calls.start(editor, await guide());
  const stolen = { hash: 'b'.repeat(64), name: '别人的身份证.png', mediaType: 'image/png', byteSize: 9 };
  expect((await calls.save(editor, draft, { processPicture: stolen })).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'changes' }] });
  const without = (await calls.save(editor, draft, { results: null })).json<GuideDraft>();
  expect((await calls.save(editor, without, { results: draft.content.results })).statusCode).toBe(200);
});

test('a fault that the published guide has too does not stand in the way of putting something else right', async () => {
  const draft = await calls.start(editor, await guide({ results: [{ name: '没有样本的结果' }] }));
  const saved = (await calls.save(editor, draft, { consultationPhone: '0000-2' })).json<GuideDraft>();
  expect(saved.check.findings).toEqual([expect.objectContaining({ rule: 'result_without_sample', isBlocking: false })]);
  expect((await calls.step(editor, saved, 'submission')).statusCode).toBe(200);
});

describe('a guide that got a new version meanwhile', () => {
  test('is neither handed in nor published until the draft has taken the version over', async () => {
    const guideId = await guide();
    const draft = await calls.start(editor, guideId);
    const saved = (await calls.save(editor, draft, { summary: '草稿的简介', transport: '草稿的交通' })).json<GuideDraft>();
    const handedIn = (await calls.step(editor, saved, 'submission')).json<GuideDraft>();
    await changeGuide(t.database, guideId, { summary: '导入的简介', quantityLimit: '每年 100 件' });
    expect(codeOf(await calls.step(approver, handedIn, 'publication'))).toBe('guide_changed_meanwhile');

    const seen = await calls.read(editor, draft.id);
    expect(seen.newerVersion).toMatchObject({ version: 2, bothChanged: [{ field: 'summary', label: '事项简介' }] });
    expect(seen.newerVersion?.changes.map(({ field }) => field)).toEqual(['summary', 'quantityLimit']);
    expect(codeOf(await calls.step(editor, seen, 'base', { version: 1, keptFields: [] }))).toBe('guide_changed_meanwhile');
    const taking = () => calls.step(editor, seen, 'base', { version: 2, keptFields: ['summary'] });
    const merged = (await taking()).json<GuideDraft>();
    expect(merged).toMatchObject({ status: 'draft', baseVersion: 2, newerVersion: null, content: { summary: '草稿的简介', transport: '草稿的交通', quantityLimit: '每年 100 件' } });
    expect((await taking()).json<GuideDraft>().revision).toBe(merged.revision);
    const again = (await calls.step(editor, merged, 'submission')).json<GuideDraft>();
    expect((await calls.step(approver, again, 'publication')).statusCode).toBe(200);
    expect((await published(guideId)).version).toBe(3);
  });

  test('gives way where the editor takes its words', async () => {
    const guideId = await guide({ summary: '原来的简介' });
    const draft = await calls.start(editor, guideId);
    const saved = (await calls.save(editor, draft, { summary: '草稿的简介' })).json<GuideDraft>();
    await changeGuide(t.database, guideId, { summary: '导入的简介' });
    expect(codeOf(await calls.step(editor, saved, 'submission'))).toBe('guide_changed_meanwhile');
    expect((await calls.step(editor, saved, 'base', { version: 2, keptFields: [] })).json<GuideDraft>()).toMatchObject({ content: { summary: '导入的简介' }, changes: [] });
  });
});

test('a new guide is begun once, is flawless before it is handed in, and has its code for itself', async () => {
  const departmentId = String(await departmentNamed(t, police));
  const id = randomUUID();
  const begin = (draftId: string, code = 'YX-NEW-1') => calls.put(editor, `/guide-drafts/${draftId}`, { departmentId, implementationCode: code, name: '犬只登记', itemType: 'public_service' });
  const draft = (await begin(id)).json<GuideDraft>();
  expect((await begin(id)).json<GuideDraft>().events).toEqual(draft.events);
  expect(draft).toMatchObject({ guideId: null, baseVersion: null, status: 'draft', content: { name: '犬只登记', audiences: [] } });
  expect(codeOf(await begin(randomUUID()))).toBe('implementation_code_taken');
  expect(codeOf(await calls.step(editor, draft, 'submission'))).toBe('guide_faults_remain');
  const { results: _, ...fields } = flawless;
  const saved = (await calls.save(editor, draft, { ...fields, audiences: ['natural_person'] })).json<GuideDraft>();
  const handedIn = (await calls.step(editor, saved, 'submission')).json<GuideDraft>();
  const done = (await calls.step(approver, handedIn, 'publication')).json<GuideDraft>();
  expect(await published(done.guideId ?? '')).toMatchObject({ implementationCode: 'YX-NEW-1', version: 1, content: { name: '犬只登记' }, department: { name: police } });
  expect(codeOf(await begin(randomUUID()))).toBe('implementation_code_taken');
});

test('a guide is cancelled with a date, through the same approval, and then stands in no list', async () => {
  const guideId = await guide();
  const cancel = () => calls.put(editor, `/service-guides/${guideId}/cancellation`, { cancelledOn: '2026-12-01' });
  const draft = (await cancel()).json<GuideDraft>();
  expect((await cancel()).json<GuideDraft>().revision).toBe(draft.revision);
  const dateless = (await calls.save(editor, draft, { cancelledOn: null })).json<GuideDraft>();
  expect((await calls.step(editor, dateless, 'submission')).json()).toMatchObject({ code: 'guide_faults_remain', fieldErrors: [{ field: 'content.cancelledOn' }] });
  const dated = (await calls.save(editor, dateless, { cancelledOn: '2026-12-01', openingHours: null })).json<GuideDraft>();
  const handedIn = (await calls.step(editor, dated, 'submission')).json<GuideDraft>();
  expect((await published(guideId)).content.status).toBeUndefined();
  await calls.step(approver, handedIn, 'publication');
  expect((await published(guideId)).content).toMatchObject({ status: 'cancelled', cancelledOn: '2026-12-01' });
});

test('a draft may answer reports of mistakes, and closes those that are marked when it is published', async () => {
  const guideId = await guide();
  const report = async (description: string): Promise<string> => {
    // They stand in the order in which they came.
    t.clock.advance(1_000);
    const id = randomUUID();
    await t.app.inject({ method: 'PUT', url: `/api/v1/feedback/${id}`, payload: { subject: 'guide', guideId, part: 'phone', description }, remoteAddress: `10.9.0.${description.length}` });
    return id;
  };
  const [marked, unmarked, elsewhere] = [await report('电话打不通了'), await report('电话是错的，另一条'), randomUUID()];
  const draft = await calls.start(editor, guideId);
  await calls.put(editor, `/guide-drafts/${draft.id}/reports/${marked}`, { closesWhenPublished: true });
  const linked = (await calls.put(editor, `/guide-drafts/${draft.id}/reports/${unmarked}`, { closesWhenPublished: false })).json<GuideDraft>();
  expect(linked.reports.map(({ description, closesWhenPublished }) => [description, closesWhenPublished])).toEqual([['电话打不通了', true], ['电话是错的，另一条', false]]);
  expect(codeOf(await calls.put(editor, `/guide-drafts/${draft.id}/reports/${elsewhere}`, { closesWhenPublished: true }))).toBe('report_not_found');
  // Who approves need not be one who deals with reports.
  expect((await calls.read(approver, draft.id)).reports.map(({ description }) => description)).toEqual([null, null]);
  const saved = (await calls.save(editor, draft, { consultationPhone: '0000-3' })).json<GuideDraft>();
  const handedIn = (await calls.step(editor, saved, 'submission')).json<GuideDraft>();
  const done = (await calls.step(approver, handedIn, 'publication')).json<GuideDraft>();
  expect(done.reports.map(({ isOpen }) => isOpen)).toEqual([false, true]);
});

test('any two versions can be compared, in both directions', async () => {
  const guideId = await guide({ summary: '一' });
  await changeGuide(t.database, guideId, { summary: '二' });
  await changeGuide(t.database, guideId, { summary: '三' });
  const compare = async (from: number, to: number) => (await calls.get(editor, `/service-guides/${guideId}/comparison?from=${from}&to=${to}`)).json<GuideComparison>();
  expect(await compare(1, 3)).toEqual({ from: 1, to: 3, newest: 3, changes: [{ field: 'summary', label: '事项简介', before: '一', after: '三' }] });
  expect((await compare(3, 2)).changes).toEqual([{ field: 'summary', label: '事项简介', before: '三', after: '二' }]);
  expect(await compare(1, 9)).toMatchObject({ code: 'request_invalid', fieldErrors: [{ message: '只有第 1 版到第 3 版。' }] });
});

test('lists show what is mine, what waits for me and what the department writes, and nothing of another department', async () => {
  const head = await becomeStaff(t, 'without_union_id', [{ role: 'administrator', department: civilAffairs }, { role: 'approver', department: civilAffairs }]);
  const list = async (headers: Headers, name: string, query = '') => (await calls.get(headers, `/guide-drafts?list=${name}&limit=50${query}`)).json<GuideDraftPage>();
  const before = (await list(head, 'open')).items;
  expect(before).toEqual([]);
  const draft = await submitted();
  expect((await list(editor, 'mine')).items[0]).toMatchObject({ id: draft.id, isMine: true, statusName: '待审核', ownerName: '林知夏' });
  expect((await list(approver, 'to_approve')).items.map(({ id }) => id)).toContain(draft.id);
  expect((await list(approver, 'mine')).items).toEqual([]);
  expect((await list(colleague, 'open')).items.map(({ id }) => id)).toContain(draft.id);
  expect((await list(head, 'to_approve')).items).toEqual([]);
  expect(codeOf(await calls.get(head, `/guide-drafts/${draft.id}`))).toBe('draft_not_found');
  const all = (await list(colleague, 'open')).items.map(({ id }) => id);
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: GuideDraftPage = (await calls.get(colleague, `/guide-drafts?list=open&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json<GuideDraftPage>();
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(all);
});

test('the form has every field of the contract once, with limits that the contract gives', async () => {
  const form = (await calls.get(editor, '/guide-form')).json<GuideForm>();
  const fields = form.groups.flatMap((group) => group.fields);
  expect(fields.map(({ field }) => field).sort()).toEqual(Object.keys(GuideContent.properties).sort());
  expect(fields.find(({ field }) => field === 'name')).toMatchObject({ label: '事项名称', kind: 'line', isRequired: true, maxLength: 200 });
  const sets = fields.flatMap((field) => [field, ...(field.itemFields ?? [])]).flatMap(({ choices }) => choices ?? []);
  for (const set of sets) expect(form.choices[set]?.length ?? 0).toBeGreaterThanOrEqual(set === 'offices' ? 0 : 1);
  const items = fields.filter(({ kind }) => kind === 'items');
  for (const { field, itemFields = [] } of items) {
    const schema = (GuideContent.properties as unknown as Record<string, { items: { properties: object } }>)[field];
    expect(itemFields.map((each) => each.field).sort()).toEqual(Object.keys(schema?.items.properties ?? {}).sort());
  }
  expect(form.departments).toEqual([{ id: expect.any(String) as string, name: police }]);
});

test('steps are on record with who took them, and reasons only as a fingerprint', async () => {
  const draft = await submitted();
  await calls.step(approver, draft, 'return', { reason: '请周桂兰重写' });
  const { rows } = await t.database.pool.query<{ action: string; after: unknown }>(`select action, before, after from audit_entries where object_id = $1 order by occurred_at, id`, [draft.id]);
  expect(rows.map(({ action }) => action).sort()).toEqual(['return_guide_draft', 'save_guide_draft', 'start_guide_draft', 'submit_guide_draft']);
  expect(rows.find(({ action }) => action === 'return_guide_draft')).toMatchObject({ before: { status: 'submitted' }, after: { status: 'returned', reason: expect.stringMatching(/^#/) as string } });
  expect(JSON.stringify(rows)).not.toContain('周桂兰');
});
