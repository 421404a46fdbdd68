import { openDatabase } from '../database/database';
import { openFieldEncryption } from '../encryption/openFieldEncryption';
import { phoneNumberContext } from '../presenters/citizenPresenter';
import { suspendStaffMember } from '../staff/suspendStaffMember';
import { CommandError, type Command } from './command';

/** Takes whoever has this number out of office. */
export const suspendStaff: Command = {
  name: 'suspend',
  usage: 'suspend 手机号',
  summary: '停用这个手机号的工作人员：各进程立刻拒绝，所有设备退出登录，没有接受的邀请作废',
  run: async ([phoneNumber], { pool, config, clock, tell }) => {
    if (phoneNumber === undefined || !/^1[3-9][0-9]{9}$/.test(phoneNumber)) throw new CommandError(`用法：npm run admin -- ${suspendStaff.usage}`);
    const db = openDatabase(pool);
    const members = await db
      .selectFrom('staff_members')
      .where('phone_number_index', '=', openFieldEncryption(config).blindIndex(phoneNumber, phoneNumberContext))
      .where('status', '<>', 'suspended')
      .select('id')
      .execute();
    if (members.length === 0) throw new CommandError('没有用这个手机号的在职或受邀的工作人员，请核对号码。');
    for (const { id } of members) await suspendStaffMember(db, id, { kind: 'command', id: null }, clock.now());
    tell(`已停用，共 ${members.length} 人。`);
    return 0;
  },
};
