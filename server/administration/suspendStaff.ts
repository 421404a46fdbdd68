import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { openFieldEncryption } from '../encryption/openFieldEncryption';
import { phoneNumberContext } from '../presenters/citizenPresenter';
import { leavePost, type DepartureRefusal } from '../staff/leavePost';
import { commandActor } from '../staff/staffActor';
import { workNames, type WorkSource } from '../work/workSource';
import { workSources as allWorkSources } from '../workSources';
import { CommandError, type Command } from './command';

const usage = 'suspend 手机号 [--successor 接手人的手机号]';

const isPhoneNumber = (text: string | undefined): text is string => text !== undefined && /^1[3-9][0-9]{9}$/.test(text);

/** Takes whoever has this number out of office, and hands over what they have open. */
export const suspendStaffWith = (workSources: readonly WorkSource[]): Command => ({
  name: 'suspend',
  usage,
  summary: '停用这个手机号的工作人员：各进程立刻拒绝，所有设备退出登录，没有接受的邀请作废，没有办完的事交给接手人',
  run: async (args, { pool, config, clock, tell }) => {
    const { phoneNumber, successorNumber } = readArguments(args);
    const db = openDatabase(pool);
    const encryption = openFieldEncryption(config);
    const members = await findByNumber(db, encryption, phoneNumber);
    if (members.length === 0) throw new CommandError('没有用这个手机号的在职或受邀的工作人员，请核对号码。');
    const successor = successorNumber === undefined ? undefined : (await findByNumber(db, encryption, successorNumber)).find(({ status }) => status === 'active');
    if (successorNumber !== undefined && successor === undefined) throw new CommandError('接手人的手机号不属于在职的工作人员，请核对号码。');
    for (const { id } of members) {
      const departure = { staffId: id, successorId: successor?.id ?? null, mayBeLastAdministrator: true };
      const outcome = await leavePost(db, workSources, departure, commandActor, clock.now());
      if (outcome === 'not_in_office' || outcome === 'in_office') continue;
      if (typeof outcome === 'string') throw new CommandError(refusals[outcome]);
      for (const { kind, count } of outcome.handedOver) tell(`已移交：${workNames[kind]} ${count} 件。`);
    }
    tell(`已停用，共 ${members.length} 人。`);
    return 0;
  },
});

export const suspendStaff = suspendStaffWith(allWorkSources);

const refusals: Record<Exclude<DepartureRefusal, 'not_in_office' | 'in_office'>, string> = {
  successor_required: '没有停用：这位工作人员手里还有没办完的事，请用 --successor 写上接手人的手机号。',
  successor_unfit: '没有停用：接手人要在同一部门或上级部门任职，请换一位。',
  last_administrator: '没有停用：这是最后一位管理员，请先邀请另一位。',
};

function readArguments(args: readonly string[]): { phoneNumber: string; successorNumber: string | undefined } {
  const { values, positionals } = parse(args);
  const [phoneNumber, ...more] = positionals;
  const isRight = isPhoneNumber(phoneNumber) && more.length === 0 && (values.successor === undefined || isPhoneNumber(values.successor));
  if (!isRight) throw new CommandError(`用法：npm run admin -- ${usage}`);
  return { phoneNumber, successorNumber: values.successor };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { successor: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new CommandError(`参数有误：${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function findByNumber(db: Database, encryption: FieldEncryption, phoneNumber: string) {
  return db
    .selectFrom('staff_members')
    .where('phone_number_index', '=', encryption.blindIndex(phoneNumber, phoneNumberContext))
    .where('status', '<>', 'suspended')
    .select(['id', 'status'])
    .orderBy('created_at')
    .execute();
}
