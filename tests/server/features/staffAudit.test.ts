import fc from 'fast-check';
import type { AuditRecordPage, AuditWords } from '../../../server/contract/audit';
import { auditHeadFile } from '../../../server/audit/auditHeadFile';
import { AuditSealer } from '../../../server/audit/auditSealer';
import { verifyAudit } from '../../../server/audit/verifyAudit';
import { csvCell } from '../../../server/features/staff-audit/csvRules';
import { confirmed } from '../../support/confirmations';
import { eventually } from '../../support/eventually';
import { becomeStaff, departmentNamed, inviteSomebody, staffIdOf } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
const government = '云岫县人民政府';
const police = '云岫县公安局';
const civilAffairs = '云岫县民政局';
let inPolice: string;
let inCivilAffairs: string;
type Headers = { authorization: string };

jest.setTimeout(120_000);

beforeAll(async () => {
  t = await startTestApp();
  const top = await departmentNamed(t, government);
  for (const name of [police, civilAffairs]) await t.database.pool.query('update departments set parent_id = $1 where id = $2', [top, await departmentNamed(t, name)]);
  inPolice = (await inviteSomebody(t, '19900130001', [{ role: 'editor', department: police }])).staffId;
  inCivilAffairs = (await inviteSomebody(t, '19900130002', [{ role: 'editor', department: civilAffairs }])).staffId;
});
afterAll(() => t.close());

const auditor = (department: string): Promise<Headers> => becomeStaff(t, 'shop_owner', [{ role: 'auditor', department }]);
const records = async (headers: Headers, query = '') => (await t.app.inject({ url: `/api/v1/staff/audit-records?limit=50${query}`, headers })).json<AuditRecordPage>().items;
const about = async (headers: Headers, query = ''): Promise<string[]> => (await records(headers, query)).map(({ objectId }) => objectId);

test('an auditor reads the entries of their departments in words, one at the top also those of none', async () => {
  const below = await auditor(police);
  const seen = await records(below);
  expect(seen.find(({ objectId, action }) => objectId === inPolice && action === 'invite_staff_member')).toMatchObject({ actor: { name: '系统' }, actionName: '邀请工作人员', objectKindName: '工作人员' });
  expect(seen.map(({ objectId }) => objectId)).not.toContain(inCivilAffairs);
  await confirmed(t, 'shop_owner', below, 'export_records');
  expect(await about(below, '&action=confirm_act')).toEqual([]);
  const top = await auditor(government);
  expect(await about(top)).toEqual(expect.arrayContaining([inPolice, inCivilAffairs]));
  expect(await about(top, '&action=confirm_act')).toHaveLength(1);
});

test('entries are found by day, by who acted, by action and by object, and paged', async () => {
  const administrator = await becomeStaff(t, 'young_father', [{ role: 'administrator', department: police }]);
  const actorId = await staffIdOf(t, administrator);
  t.clock.set(new Date('2026-12-05T16:30:00Z'));
  await t.app.inject({ method: 'POST', url: `/api/v1/staff/members/${inPolice}/invitation`, headers: administrator });
  const top = await auditor(government);
  expect(await about(top, '&from=2026-12-06&to=2026-12-06&action=renew_invitation')).toEqual([inPolice]);
  expect(await about(top, '&to=2026-12-05&action=renew_invitation')).toEqual([]);
  expect(await about(top, `&objectKind=staff_member&objectId=${inPolice}`)).toEqual([inPolice, inPolice]);
  const [record] = await records(top, `&actorName=${encodeURIComponent('林知夏')}&action=renew_invitation`);
  expect(record?.actor).toEqual({ kind: 'staff', id: actorId, name: '林知夏' });
  expect(await records(top, `&actorName=${encodeURIComponent('何远山')}`)).toEqual([]);
  const first = (await t.app.inject({ url: '/api/v1/staff/audit-records?limit=2', headers: top })).json<AuditRecordPage>();
  const second = (await t.app.inject({ url: `/api/v1/staff/audit-records?limit=2&cursor=${first.nextCursor ?? ''}`, headers: top })).json<AuditRecordPage>();
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual((await records(top)).slice(0, 4).map(({ id }) => id));
});

test('whoever acted stands there with the name they had then', async () => {
  const administrator = await becomeStaff(t, 'young_father', [{ role: 'administrator', department: police }]);
  await t.app.inject({ method: 'POST', url: `/api/v1/staff/members/${inPolice}/invitation`, headers: administrator });
  await t.database.pool.query('update staff_members set name_encrypted = $1 where id = $2', [t.app.encryption.encrypt('林念夏', 'staff_members.name'), await staffIdOf(t, administrator)]);
  const top = await auditor(government);
  expect((await records(top, '&action=renew_invitation'))[0]?.actor.name).toBe('林知夏');
});

test('the export is a table that spreadsheets read, is itself on record, and the trail stays whole', async () => {
  const top = await auditor(government);
  const headers = await confirmed(t, 'shop_owner', top, 'export_records');
  const reply = await t.app.inject({ method: 'POST', url: '/api/v1/staff/audit-records/export', headers, payload: { objectKind: 'staff_member' } });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-disposition']).toMatch(/^attachment/);
  const lines = reply.body.split('\r\n');
  expect(lines[0]).toBe('\ufeff时间,操作人,代谁,操作,对象类别,对象编号,之前,之后,来源地址,已封存,记录编号');
  expect(lines.length - 2).toBe((await records(top, '&objectKind=staff_member')).length);
  expect(reply.body).not.toMatch(/1990013/);
  expect((await records(top, '&action=export_audit_trail'))[0]).toMatchObject({ actionName: '导出操作记录', after: expect.stringContaining('"objectKind":"staff_member"') as string });
  const headFile = auditHeadFile(t.app.config);
  const sealer = new AuditSealer(t.database.pool, t.clock, headFile, { error: () => undefined });
  await eventually(async () => {
    await sealer.seal();
    expect((await t.database.pool.query('select from audit_entries where position is null')).rows).toEqual([]);
  }, 45_000);
  expect((await verifyAudit(t.database.pool, headFile, t.clock.now())).findings).toEqual([]);
  expect((await records(top)).every(({ isSealed }) => isSealed)).toBe(true);
});

test('everything that the code can record has words, also for objects', async () => {
  const words = (await t.app.inject({ url: '/api/v1/staff/audit-words', headers: await auditor(police) })).json<AuditWords>();
  const { rows } = await t.database.pool.query<{ action: string; kind: string }>('select distinct action, object_kind as kind from audit_entries');
  for (const { action, kind } of rows) {
    expect(words.actions.find(({ id }) => id === action)?.name).toMatch(/[一-龥]/);
    expect(words.objectKinds.find(({ id }) => id === kind)?.name).toMatch(/[一-龥]/);
  }
  expect(new Set(words.actions.map(({ name }) => name)).size).toBe(words.actions.length);
});

test('no cell begins as a formula does, and every value can be read back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', ' =', '\r='), fc.string()).map((parts) => parts.join(''))), (value) => {
      const cell = csvCell(value);
      const text = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(text).not.toMatch(/^\s*[=+\-@]/);
      expect(text === value || text === `'${value}`).toBe(true);
    }),
  );
});
