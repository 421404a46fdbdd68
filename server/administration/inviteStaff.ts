import { parseArgs } from 'node:util';
import QRCode from 'qrcode';
import type { StaffRole } from '../contract/staff';
import { openDatabase, type Database } from '../database/database';
import { openFieldEncryption } from '../encryption/openFieldEncryption';
import { inviteStaffMember } from '../staff/inviteStaffMember';
import { commandActor } from '../staff/staffActor';
import { CommandError, type Command } from './command';

/** What people call the roles. */
const roleNames: Record<StaffRole, string> = {
  administrator: '管理员',
  editor: '编辑',
  approver: '审核',
  dispatcher: '派单',
  handler: '承办',
  supervisor: '督办',
  hall_manager: '大厅管理',
  window_clerk: '窗口',
  auditor: '审计',
};

const longestName = 50;

/** Invites a staff member; the way in for the first administrator, who has nobody to invite them. */
export const inviteStaff: Command = {
  name: 'invite',
  usage: 'invite --name 姓名 --phone 手机号 --department 部门 [--role 管理员] [--position 职务]',
  summary: `邀请工作人员，给出七天内有效、只能用一次的链接和二维码；部门没有就新建。角色：${Object.values(roleNames).join('、')}`,
  run: async (args, { pool, config, clock, tell }) => {
    const { name, phone, department, role, position } = readArguments(args);
    const db = openDatabase(pool);
    const encryption = openFieldEncryption(config);
    const departmentId = await findOrAddDepartment(db, department, clock.now());
    const member = { name, phoneNumber: phone, roles: [{ role, departmentId }], ...(position === undefined ? {} : { position }) };
    const { token, expiresAt } = await inviteStaffMember(db, encryption, member, commandActor, clock.now());
    const base = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
    const link = new URL(`/features/staff/pages/invitation/index?token=${token}`, base).href;
    tell(`已邀请 ${name}（${department}，${roleNames[role]}）。请把链接发给本人，用绑定了 ${phone} 的微信打开：`);
    tell(link);
    tell(await QRCode.toString(link, { type: 'utf8', margin: 2 }));
    tell(`链接 ${expiresAt.toISOString().slice(0, 10)} 前有效，只能用一次。`);
    return 0;
  },
};

function readArguments(args: readonly string[]): { name: string; phone: string; department: string; role: StaffRole; position: string | undefined } {
  const text = { type: 'string' } as const;
  const { values } = parseOptions(args, { name: text, phone: text, department: text, role: text, position: text });
  const name = values.name?.trim() ?? '';
  const department = values.department?.trim() ?? '';
  if (name === '' || [...name].length > longestName) throw new CommandError(`请用 --name 写上姓名，最多 ${longestName} 个字。`);
  if (!/^1[3-9][0-9]{9}$/.test(values.phone ?? '')) throw new CommandError('请用 --phone 写上 11 位手机号。');
  if (department === '' || [...department].length > 100) throw new CommandError('请用 --department 写上部门名称。');
  const asked = values.role ?? roleNames.administrator;
  const role = (Object.keys(roleNames) as StaffRole[]).find((each) => each === asked || roleNames[each] === asked);
  if (role === undefined) throw new CommandError(`没有“${asked}”这个角色，可以写：${Object.values(roleNames).join('、')}。`);
  return { name, phone: values.phone ?? '', department, role, position: values.position };
}

function parseOptions<const Options extends Record<string, { type: 'string' }>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    throw new CommandError(`参数有误：${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function findOrAddDepartment(db: Database, name: string, now: Date): Promise<number> {
  await db
    .insertInto('departments')
    .values({ name, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db.selectFrom('departments').where('name', '=', name).select('id').executeTakeFirstOrThrow();
  return id;
}
