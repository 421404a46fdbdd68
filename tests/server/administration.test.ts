import { openTestDatabase, type TestDatabase } from '../support/testDatabase';
import { testSecrets } from '../support/testSecrets';
import { CommandError, type CommandContext } from '../../server/administration/command';
import { inviteStaff } from '../../server/administration/inviteStaff';
import { suspendStaff, suspendStaffWith } from '../../server/administration/suspendStaff';
import { SettableClock } from '../../server/clock';
import { readConfig } from '../../server/config';
import { openFieldEncryption } from '../../server/encryption/openFieldEncryption';
import { hashToken } from '../../server/encryption/tokens';
import { phoneNumberContext } from '../../server/presenters/citizenPresenter';
import { createTestWork, giveWork } from '../support/testWork';

let database: TestDatabase;
const told: string[] = [];
const context = (): CommandContext => ({
  pool: database.pool,
  config: readConfig({ ...testSecrets, PUBLIC_URL: 'https://zwfw.yunxiu.example' }),
  clock: new SettableClock(new Date('2026-11-23T02:00:00Z')),
  tell: (line) => void told.push(line),
});
const run = (...args: string[]) => inviteStaff.run(args, context());

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => void told.splice(0));
afterAll(() => database.close());

test('the first administrator is invited from the command line, with a link and a QR code, into a department that is made', async () => {
  expect(await run('--name', '林知夏', '--phone', '19900000021', '--department', '云岫县数据局')).toBe(0);
  const link = told.find((line) => line.startsWith('https://zwfw.yunxiu.example/features/staff/pages/invitation/index?token='));
  const token = new URL(link ?? '').searchParams.get('token') ?? '';
  expect(told.join('\n')).toMatch(/[█▀▄]{10}/);
  const { rows } = await database.pool.query(
    `select d.name, r.role, i.expires_at from staff_invitations i join staff_roles r using (staff_id) join departments d on d.id = r.department_id where i.token_hash = $1`,
    [hashToken(token)],
  );
  expect(rows).toEqual([{ name: '云岫县数据局', role: 'administrator', expires_at: new Date('2026-11-30T02:00:00Z') }]);
});

test('a role is given by its Chinese name', async () => {
  await run('--name', '沈知微', '--phone', '19900000022', '--department', '云岫县数据局', '--role', '审核');
  const { rows } = await database.pool.query(`select role from staff_roles order by granted_at desc, role`);
  expect(rows).toContainEqual({ role: 'approver' });
});

test('whoever leaves is suspended by their number, once, and an invitation they had is void', async () => {
  await run('--name', '何远山', '--phone', '19900000024', '--department', '云岫县数据局');
  const suspend = (number: string) => suspendStaff.run([number], context());
  expect(await suspend('19900000024')).toBe(0);
  const { rows } = await database.pool.query(`select s.status, count(i.*)::int as invitations from staff_members s left join staff_invitations i on i.staff_id = s.id where s.status = 'suspended' group by s.id`);
  expect(rows).toEqual([{ status: 'suspended', invitations: 0 }]);
  await expect(suspend('19900000024')).rejects.toThrow(/核对号码/);
  await expect(suspend('199')).rejects.toThrow(/用法/);
});

test('whoever has something open is suspended only with a successor, who takes it over', async () => {
  const sources = [await createTestWork(database)];
  await run('--name', '何远山', '--phone', '19900000031', '--department', '云岫县数据局');
  await run('--name', '林知夏', '--phone', '19900000032', '--department', '云岫县数据局');
  await database.pool.query(`update staff_members set status = 'active' where status = 'invited'`);
  const ids = await Promise.all(['19900000031', '19900000032'].map((number) => memberWith(number)));
  await database.db.transaction().execute((tx) => giveWork(tx, ids[0] ?? ''));
  const suspend = (...args: string[]) => suspendStaffWith(sources).run(args, context());
  await expect(suspend('19900000031')).rejects.toThrow(/还有没办完的事，请用 --successor/);
  await expect(suspend('19900000031', '--successor', '19900000039')).rejects.toThrow(/接手人的手机号不属于在职/);
  await expect(suspend('19900000031', '--successor', '19900000031')).rejects.toThrow(/请换一位/);
  told.splice(0);
  expect(await suspend('19900000031', '--successor', '19900000032')).toBe(0);
  expect(told).toEqual(['已移交：指南草稿 1 件。', '已停用，共 1 人。']);
  expect((await database.pool.query<{ owner_id: string }>('select owner_id from test_work')).rows).toEqual([{ owner_id: ids[1] }]);
});

async function memberWith(phoneNumber: string): Promise<string> {
  const index = openFieldEncryption(context().config).blindIndex(phoneNumber, phoneNumberContext);
  return (await database.db.selectFrom('staff_members').where('phone_number_index', '=', index).select('id').executeTakeFirstOrThrow()).id;
}

test.each([
  [['--phone', '19900000023', '--department', '局'], /姓名/],
  [['--name', '甲', '--phone', '1990000', '--department', '局'], /11 位手机号/],
  [['--name', '甲', '--phone', '19900000023'], /部门/],
  [['--name', '甲', '--phone', '19900000023', '--department', '局', '--role', '皇帝'], /没有“皇帝”这个角色/],
  [['--nmae', '甲'], /参数有误/],
])('%j is refused with words that say what to do, and nothing is written', async (args, words) => {
  const count = async () => (await database.pool.query<{ n: number }>('select count(*)::int as n from staff_members')).rows[0]?.n;
  const before = await count();
  await expect(run(...args)).rejects.toThrow(CommandError);
  await expect(run(...args)).rejects.toThrow(words);
  expect(await count()).toBe(before);
});
