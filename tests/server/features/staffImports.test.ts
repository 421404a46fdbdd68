import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { GuideImport, ImportRow, ImportRowPage } from '../../../server/contract/guideImports';
import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import type { StaffFile } from '../../../server/contract/staffFiles';
import type { StaffWorkList } from '../../../server/contract/work';
import { becomeStaff, departmentNamed } from '../../support/staff';
import { eventually } from '../../support/eventually';
import { changeGuide, insertGuide, startTestApp, type TestApp } from '../../support/testApp';
import { GuideFiles } from '../guideImport/guideFiles';

type Headers = { authorization: string };
const police = '云岫县公安局';
const civilAffairs = '云岫县民政局';
const header = ['实施编码', '事项名称', '实施主体', '事项类型', '受理条件', '事项状态'];

let t: TestApp;
let admin: Headers;
const files = new GuideFiles();
beforeAll(async () => {
  t = await startTestApp();
  const top = await departmentNamed(t, '云岫县人民政府');
  for (const name of [police, civilAffairs]) await t.database.pool.query('update departments set parent_id = $1 where id = $2', [top, await departmentNamed(t, name)]);
  admin = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: '云岫县人民政府' }]);
  await t.app.jobs.start();
});
afterAll(async () => {
  await t.app.jobs.stop();
  files.remove();
  await t.close();
});

const url = '/api/v1/staff/guide-imports';
const csv = (rows: readonly (readonly string[])[]): Buffer => Buffer.from([header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'));
async function upload(bytes: Buffer, headers: Headers, name = '事项.csv'): Promise<string> {
  t.clock.advance(10_000);
  const reply = await t.app.inject({ method: 'POST', url: `/api/v1/staff/files?purpose=guide_import&name=${encodeURIComponent(name)}`, payload: bytes, headers: { ...headers, 'content-type': 'application/octet-stream' } });
  expect(reply.statusCode).toBe(200);
  return reply.json<StaffFile>().hash;
}
const put = (path: string, headers: Headers, payload?: object) => t.app.inject({ method: 'PUT', url: `${url}/${path}`, headers, ...(payload === undefined ? {} : { payload }) });
const read = async (id: string, headers: Headers): Promise<GuideImport> => (await t.app.inject({ url: `${url}/${id}`, headers })).json<GuideImport>();
const rowsOf = async (id: string, headers: Headers): Promise<ImportRow[]> => (await t.app.inject({ url: `${url}/${id}/rows?limit=50`, headers })).json<ImportRowPage>().items;
const settled = (id: string, headers: Headers): Promise<GuideImport> =>
  eventually(async () => {
    const found = await read(id, headers);
    expect(found.status).not.toMatch(/previewing|applying/);
    return found;
  }, 30_000);
async function preview(bytes: Buffer, headers: Headers, name?: string): Promise<GuideImport> {
  const id = randomUUID();
  const fileHash = await upload(bytes, headers, name);
  expect((await put(id, headers, { fileHash })).statusCode).toBe(200);
  return settled(id, headers);
}
const confirm = (made: GuideImport, headers: Headers, withoutRefused = false) => put(`${made.id}/confirmation`, headers, { preview: made.preview, withoutRefused });
const code = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;
let codes = 0;
const newCode = (): string => `IMP-${(codes += 1)}`;
async function contentOf(implementationCode: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await t.database.pool.query<{ content: Record<string, unknown>; version: number; department: string }>(
    'select g.content, g.version, d.name as department from service_guides g join departments d on d.id = g.department_id where implementation_code = $1',
    [implementationCode],
  );
  const [row] = rows;
  return row && { ...row.content, department: row.department };
}

test('a file is shown row by row, field by field, and changes nothing until it is confirmed; then citizens see it', async () => {
  const [kept, changed, cancelled, added] = [newCode(), newCode(), newCode(), newCode()];
  await insertGuide(t.database, { code: kept, name: '不变的事项' });
  const changedId = await insertGuide(t.database, { code: changed, name: '改名前', content: { eligibility: '旧条件' } });
  await insertGuide(t.database, { code: cancelled, name: '要取消的事项' });
  const made = await preview(
    csv([
      [kept, '不变的事项', police, '公共服务', '', ''],
      [changed, '改名后', police, '公共服务', '新条件', ''],
      [cancelled, '要取消的事项', police, '公共服务', '', '取消'],
      [added, '新的事项', civilAffairs, '公共服务', '条件', ''],
      [newCode(), '', police, '公共服务', '', ''],
    ]),
    admin,
  );
  expect(made).toMatchObject({ status: 'previewed', preview: 1, counts: { added: 1, changed: 1, cancelled: 1, unchanged: 1, refused: 1 }, allowedActions: ['confirm', 'cancel'], hasRefusedRows: true });
  const rows = await rowsOf(made.id, admin);
  expect(rows.map(({ kind, row }) => [kind, row])).toEqual([['unchanged', 2], ['changed', 3], ['cancelled', 4], ['added', 5], ['refused', 6]]);
  expect(rows[1]?.changes).toEqual([
    { field: '事项名称', before: '改名前', after: '改名后' },
    { field: '受理条件', before: '旧条件', after: '新条件' },
  ]);
  expect(rows[2]?.changes).toEqual([{ field: '事项状态', before: null, after: '取消' }]);
  expect(rows[4]?.reasons).toEqual([{ column: '事项名称', message: '没有填写' }]);
  expect(await contentOf(added)).toBeUndefined();

  const refusedRows = await t.app.inject({ url: `${url}/${made.id}/refused-rows`, headers: admin });
  expect(refusedRows.headers['content-type']).toContain('text/csv');
  expect(refusedRows.body).toContain('没有填写');

  expect(code(await confirm(made, admin))).toBe('import_has_refused_rows');
  expect((await confirm(made, admin, true)).statusCode).toBe(200);
  // The same press again, because its answer was lost.
  expect((await confirm(made, admin, true)).statusCode).toBe(200);
  expect(await settled(made.id, admin)).toMatchObject({ status: 'applied', allowedActions: [], decidedBy: '林知夏' });
  expect(await contentOf(added)).toMatchObject({ name: '新的事项', department: civilAffairs });
  await eventually(async () => expect((await t.app.inject(`/api/v1/service-guides/${changedId}`)).json<ServiceGuide>().content.name).toBe('改名后'));
  const { rows: audited } = await t.database.pool.query<{ action: string }>(`select action from audit_entries where object_kind = 'guide_import' and object_id = $1`, [made.id]);
  expect(audited.map(({ action }) => action).sort()).toEqual(['apply_guide_import', 'confirm_guide_import', 'start_guide_import']);
});

test('when something changed since the preview, nothing is applied and the preview is made again', async () => {
  const guide = newCode();
  const id = await insertGuide(t.database, { code: guide, name: '原名', content: { eligibility: '条件一' } });
  const made = await preview(csv([[guide, '新名', police, '公共服务', '条件二', '']]), admin);
  await changeGuide(t.database, id, { eligibility: '编辑改的条件' });
  await confirm(made, admin);
  const again = await eventually(async () => {
    const found = await read(made.id, admin);
    expect([found.status, found.preview]).toEqual(['previewed', 2]);
    return found;
  }, 30_000);
  expect(again).toMatchObject({ isRemade: true, decidedBy: null });
  expect(await contentOf(guide)).toMatchObject({ name: '原名', eligibility: '编辑改的条件' });
  expect((await rowsOf(made.id, admin))[0]?.changes).toContainEqual({ field: '受理条件', before: '编辑改的条件', after: '条件二' });
  // What was seen before cannot be confirmed any more.
  expect(code(await confirm(made, admin))).toBe('import_preview_outdated');
  await confirm(again, admin);
  expect((await settled(made.id, admin)).status).toBe('applied');
  expect(await contentOf(guide)).toMatchObject({ name: '新名', eligibility: '条件二' });
});

test('what is applied is what was shown, whatever the file', async () => {
  const word = fc.constantFrom('甲', '乙', '丙', '丁');
  const row = fc.record({ which: fc.integer({ min: 0, max: 5 }), name: word, eligibility: fc.oneof(word, fc.constant('')), isCancelled: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ which }) => which }), async (rows) => {
      const prefix = newCode();
      for (const which of [0, 1, 2]) await insertGuide(t.database, { code: `${prefix}-${which}`, name: '甲', content: { eligibility: '乙' } });
      const before = new Map<string, Record<string, unknown> | undefined>(await Promise.all(rows.map(async ({ which }) => [`${prefix}-${which}`, await contentOf(`${prefix}-${which}`)] as const)));
      const made = await preview(csv(rows.map(({ which, name, eligibility, isCancelled }) => [`${prefix}-${which}`, name, police, '公共服务', eligibility, isCancelled ? '取消' : ''])), admin);
      const { rows: shown } = await t.database.pool.query<{ code: string; kind: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null }>(
        'select code, kind, before, after from guide_import_rows where import_id = $1',
        [made.id],
      );
      const isEffective = shown.some(({ kind }) => kind !== 'unchanged');
      if (isEffective) {
        await confirm(made, admin);
        expect((await settled(made.id, admin)).status).toBe('applied');
      } else expect(made.allowedActions).toEqual(['cancel']);
      for (const { code: guide, kind, before: was, after } of shown) {
        const untouched = Object.entries(before.get(guide) ?? {}).filter(([field]) => !(field in (was ?? {})));
        const expected: Record<string, unknown> = { ...Object.fromEntries(untouched), ...after };
        const stored = await contentOf(guide);
        if (kind === 'added') expect(stored).toMatchObject(expected);
        else expect(stored).toEqual(expected);
      }
    }),
    { numRuns: 3 },
  );
}, 120_000);

test('an editor brings in their own department’s guides alone, and somebody else confirms', async () => {
  const [own, foreign, sameForeign] = [newCode(), newCode(), newCode()];
  await insertGuide(t.database, { code: own, name: '旧名', department: police });
  await insertGuide(t.database, { code: foreign, name: '旧名', department: civilAffairs });
  await insertGuide(t.database, { code: sameForeign, name: '同名', department: civilAffairs });
  const editor = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
  const made = await preview(
    csv([
      [own, '新名', police, '公共服务', '', ''],
      [foreign, '新名', civilAffairs, '公共服务', '', ''],
      [sameForeign, '同名', civilAffairs, '公共服务', '', ''],
      [newCode(), '新的', '没有的局', '公共服务', '', ''],
    ]),
    editor,
  );
  expect(made).toMatchObject({ counts: { added: 0, changed: 1, unchanged: 1, refused: 2 }, allowedActions: ['submit', 'cancel'] });
  const reasons = (await rowsOf(made.id, editor)).flatMap((row) => row.reasons.map(({ message }) => message));
  expect(reasons).toEqual([expect.stringContaining('不在您负责的部门里'), expect.stringContaining('没有名为“没有的局”的部门')]);
  expect((await confirm(made, editor, true)).statusCode).toBe(403);
  expect((await put(`${made.id}/submission`, editor, { preview: 1, withoutRefused: true })).json<GuideImport>().status).toBe('submitted');
  const waitsFor = async (headers: Headers) => (await t.app.inject({ url: '/api/v1/staff/work', headers })).json<StaffWorkList>().items.filter(({ kind }) => kind === 'guide_import').map(({ id }) => id);
  expect(await waitsFor(editor)).toEqual([]);

  const elsewhere = await becomeStaff(t, 'without_union_id', [{ role: 'approver', department: civilAffairs }]);
  expect((await t.app.inject({ url: `${url}/${made.id}`, headers: elsewhere })).statusCode).toBe(404);
  expect((await confirm(made, elsewhere, true)).statusCode).toBe(404);
  const approver = await becomeStaff(t, 'without_union_id', [{ role: 'approver', department: police }]);
  expect(await read(made.id, approver)).toMatchObject({ isOwn: false, requestedBy: '林知夏', allowedActions: ['confirm', 'cancel'] });
  expect(await waitsFor(approver)).toEqual([made.id]);
  await confirm(made, approver, true);
  expect((await settled(made.id, approver)).status).toBe('applied');
  expect([await contentOf(own), await contentOf(foreign)]).toMatchObject([{ name: '新名' }, { name: '旧名' }]);
});

test('whose role is taken away meanwhile brings nothing in', async () => {
  const guide = newCode();
  await insertGuide(t.database, { code: guide, name: '旧名', department: police });
  const editor = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
  const made = await preview(csv([[guide, '新名', police, '公共服务', '', '']]), editor);
  await put(`${made.id}/submission`, editor, { preview: 1, withoutRefused: false });
  await t.database.pool.query(`delete from staff_roles where staff_id = (select requested_by from guide_imports where id = $1)`, [made.id]);
  await confirm(made, admin);
  await eventually(async () => expect((await read(made.id, admin).catch(() => undefined))?.preview ?? 2).toBe(2));
  await eventually(async () => expect((await t.database.pool.query<{ status: string }>('select status from guide_imports where id = $1', [made.id])).rows[0]?.status).toBe('submitted'), 30_000);
  expect(await contentOf(guide)).toMatchObject({ name: '旧名' });
});

test('one at a time: the second is told to wait, and a cancelled one stands in nobody’s way', async () => {
  await t.app.jobs.stop();
  const another = await t.startAnother();
  try {
    const [first, second] = [randomUUID(), randomUUID()];
    const fileHash = await upload(csv([[newCode(), '新的', police, '公共服务', '', '']]), admin);
    const replies = await Promise.all([put(first, admin, { fileHash }), put(second, admin, { fileHash })]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(replies.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'import_under_way' });
    const running = replies[0]?.statusCode === 200 ? first : second;
    expect((await put(running, admin, { fileHash })).json<GuideImport>().status).toBe('previewing');
    expect((await put(`${running}/cancellation`, admin)).json<GuideImport>().status).toBe('cancelled');
    // Another process takes up what waits; the cancelled one stays cancelled.
    const third = randomUUID();
    expect((await put(third, admin, { fileHash })).statusCode).toBe(200);
    await another.jobs.start();
    expect((await settled(third, admin)).status).toBe('previewed');
    expect((await read(running, admin)).status).toBe('cancelled');
  } finally {
    await another.jobs.stop();
  }
});

describe('on another process after the first one is gone', () => {
  let survivor: TestApp['app'];
  beforeAll(async () => {
    survivor = await t.startAnother();
    await survivor.jobs.start();
  });
  afterAll(() => survivor.jobs.stop());

  test('offices, windows and everyday words are shown and applied with the guides that need them', async () => {
    const guide = newCode();
    const path = await files.workbook({
      基本信息: [['实施编码', '事项名称', '实施主体', '事项类型'], [guide, '在新大厅办的事', police, '公共服务']],
      办理窗口: [['实施编码', '大厅编码', '窗口编号'], [guide, 'NEW-HALL', 'A01']],
      大厅: [['大厅编码', '大厅名称', '大厅地址'], ['NEW-HALL', '新大厅', '云岫县东街 2 号']],
      窗口: [['大厅编码', '窗口编号', '窗口名称', '楼层'], ['NEW-HALL', 'A01', '户政', '一楼']],
      群众说法: [['说法', '正式名称'], ['新说法', '在新大厅办的事']],
    });
    const made = await preview(readFileSync(path), admin, '事项.xlsx');
    expect(made.counts).toMatchObject({ added: 4, refused: 0 });
    expect((await rowsOf(made.id, admin)).find(({ sheet }) => sheet === '大厅')?.changes).toContainEqual({ field: '大厅地址', before: null, after: '云岫县东街 2 号' });
    expect((await t.database.pool.query(`select from offices where code = 'NEW-HALL'`)).rows).toHaveLength(0);
    await confirm(made, admin);
    expect((await settled(made.id, admin)).status).toBe('applied');
    expect((await t.database.pool.query(`select from offices where code = 'NEW-HALL'`)).rows).toHaveLength(1);
    expect(await contentOf(guide)).toMatchObject({ places: [{ officeCode: 'NEW-HALL', windowNumbers: ['A01'] }] });
  });

  test('a workbook of an editor changes no office', async () => {
    const editor = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
    const path = await files.workbook({ 大厅: [['大厅编码', '大厅名称', '大厅地址'], ['EVIL', '假大厅', '某处']] });
    expect(await preview(readFileSync(path), editor, '大厅.xlsx')).toMatchObject({ counts: { added: 0, refused: 1 } });
  });

  test('a file that cannot be read says why', async () => {
    const broken = await preview(Buffer.from('实施编码,事项名称\r\nA,没有部门'), admin);
    expect(broken).toMatchObject({ status: 'unreadable', allowedActions: [] });
    expect(broken.problem).toContain('缺少必需的列');
  });

  test('an import whose process died in the middle is worked out once, and applied once', async () => {
    const guide = newCode();
    const made = await preview(csv([[guide, '只有一次', police, '公共服务', '', '']]), admin);
    await survivor.jobs.stop();
    await confirm(made, admin);
    // Two processes get the same job, as after a death and a retry: the job's row has one effect.
    survivor = await t.startAnother();
    const third = await t.startAnother();
    await Promise.all([survivor.jobs.start(), third.jobs.start()]);
    expect((await settled(made.id, admin)).status).toBe('applied');
    await third.jobs.stop();
    const { rows } = await t.database.pool.query<{ version: number }>('select version from service_guides where implementation_code = $1', [guide]);
    expect(rows).toEqual([{ version: 1 }]);
    expect((await t.database.pool.query(`select from audit_entries where action = 'apply_guide_import' and object_id = $1`, [made.id])).rows).toHaveLength(1);
  });

  test('the template and everything there is can be downloaded, and what is there changes nothing', async () => {
    const template = await t.app.inject({ url: '/api/v1/staff/guide-workbooks/template', headers: admin });
    expect(template.headers['content-type']).toContain('spreadsheetml');
    const current = await t.app.inject({ url: '/api/v1/staff/guide-workbooks/current', headers: admin });
    const made = await preview(current.rawPayload, admin, '办事指南.xlsx');
    expect(made.counts).toMatchObject({ added: 0, changed: 0, cancelled: 0, refused: 0 });
    expect(made.allowedActions).toEqual(['cancel']);
  });
});
