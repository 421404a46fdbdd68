import { beginningInShanghai, dateInShanghai, type Clock } from '../../clock';
import type { StaffRole } from '../../contract/staff';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { phoneNumberContext } from '../../presenters/citizenPresenter';
import { acceptInvitation } from '../../staff/acceptInvitation';
import { inviteStaffMember, renewInvitation } from '../../staff/inviteStaffMember';
import { systemActor } from '../../staff/staffActor';
import { addStandIn } from '../../staff/standIns';
import { openDatabase, type Database } from '../database';
import type { DatabasePool } from '../pool';
import { withProcessLock } from '../processLock';

/** Above all departments of the county. */
const government = '云岫县人民政府';

const dispatcher = '00000000-0000-4000-8000-000000000016';
const supervisor = '00000000-0000-4000-8000-000000000018';

interface DemoMember {
  id: string;
  name: string;
  phoneNumber: string;
  position: string;
  department: string;
  role: StaffRole;
  /** By which WeChat names the demo citizen who is this member: they have accepted already, and need only sign in. */
  unionId?: string;
}

/** Staff of 云岫县, at least one for each role, each with the number of a demo citizen, who can become them. */
export const demoStaff: readonly DemoMember[] = [
  { id: '00000000-0000-4000-8000-000000000011', name: '许文清', phoneNumber: '19900000011', position: '政务服务中心副主任', department: government, role: 'administrator' },
  { id: '00000000-0000-4000-8000-000000000012', name: '沈知微', phoneNumber: '19900000012', position: '户政科科员', department: '云岫县公安局', role: 'editor' },
  { id: '00000000-0000-4000-8000-000000000013', name: '陆怀瑾', phoneNumber: '19900000013', position: '办公室主任', department: '云岫县公安局', role: 'approver' },
  { id: '00000000-0000-4000-8000-000000000015', name: '陆景行', phoneNumber: '19900000015', position: '县政府办公室科员', department: government, role: 'editor', unionId: 'o_HJ3PF9ev3N-rzq-WA-zWLpi_9t' },
  { id: '00000000-0000-4000-8000-000000000014', name: '苏怀瑾', phoneNumber: '19900000014', position: '县政府办公室副主任', department: government, role: 'approver', unionId: 'oVFVFQJRNtwYiCSns9dNcNiTZotu' },
  { id: dispatcher, name: '程思远', phoneNumber: '19900000016', position: '政务服务热线派单员', department: government, role: 'dispatcher', unionId: 'oiLxUWMPTpEcUrPcFV3vgCqY4bB9' },
  { id: '00000000-0000-4000-8000-000000000017', name: '白若溪', phoneNumber: '19900000017', position: '市政科科员', department: '云岫县住房和城乡建设局', role: 'handler', unionId: 'odiLnerVMCLiKGPP3wI8lzLjeUGy' },
  { id: supervisor, name: '顾明远', phoneNumber: '19900000018', position: '督查室主任', department: government, role: 'supervisor', unionId: 'oADQ5ggBHTNav57DeEcoDXTM01n0' },
  { id: '00000000-0000-4000-8000-000000000019', name: '叶知秋', phoneNumber: '19900000019', position: '政务服务中心大厅主管', department: government, role: 'hall_manager', unionId: 'oxjowIJ7jozwW9dbh1RPeUUHUs9o' },
  { id: '00000000-0000-4000-8000-000000000020', name: '江小满', phoneNumber: '19900000020', position: '户政窗口', department: '云岫县公安局', role: 'window_clerk', unionId: 'o2I4NENO-h5kOHtrUEMN4362sUSD' },
  { id: '00000000-0000-4000-8000-000000000021', name: '方正言', phoneNumber: '19900000021', position: '审计专员', department: government, role: 'auditor', unionId: 'oo7aZ1cNSXG8jpqNi6GbzR1vEorH' },
];

/** Any number will do, as long as every process uses the same one. */
const seedingLock = 7_201_142;

export interface DemoInvitation {
  name: string;
  phoneNumber: string;
  /** Below the address of the H5. */
  path: string;
}

/** Puts the demo staff into the database, and gives each who has not accepted yet a new invitation, so that every start shows one. */
export function seedDemoStaff(pool: DatabasePool, encryption: FieldEncryption, clock: Clock): Promise<DemoInvitation[]> {
  return withProcessLock(pool, seedingLock, () => seed(pool, encryption, clock));
}

async function seed(pool: DatabasePool, encryption: FieldEncryption, clock: Clock): Promise<DemoInvitation[]> {
  const db = openDatabase(pool);
  await pool.query(
    `with top as (insert into departments (name, created_at) values ($1, $2) on conflict do nothing returning id)
     update departments set parent_id = top.id from top where departments.parent_id is null and departments.id <> top.id`,
    [government, clock.now()],
  );
  const invitations: DemoInvitation[] = [];
  for (const { id, name, phoneNumber, position, department, role, unionId } of demoStaff) {
    const known = await db.selectFrom('staff_members').where('id', '=', id).select('status').executeTakeFirst();
    if (known !== undefined && known.status !== 'invited') continue;
    const now = clock.now();
    await db.insertInto('departments').values({ name: department, created_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
    const { id: departmentId } = await db.selectFrom('departments').where('name', '=', department).select('id').executeTakeFirstOrThrow();
    const { token } =
      known === undefined
        ? await inviteStaffMember(db, encryption, { id, name, phoneNumber, position, roles: [{ role, departmentId }] }, systemActor, now)
        : await renewInvitation(db, id, now);
    if (unionId !== undefined) {
      await acceptAs({ unionId, phoneNumber }, token, db, encryption, now);
      continue;
    }
    invitations.push({ name, phoneNumber, path: `/features/staff/pages/invitation/index?token=${token}` });
  }
  await seedStandIn(db, clock.now());
  return invitations;
}

/** The dispatcher is away for two weeks from the first start on, and the head of supervision covers. */
async function seedStandIn(db: Database, now: Date): Promise<void> {
  const today = dateInShanghai(now);
  const absence = { id: '00000000-0000-4000-8000-000000000301', absentId: dispatcher, standInId: supervisor, startsAt: beginningInShanghai(today), endsAt: beginningInShanghai(today, 14) };
  await db.transaction().execute(async (tx) => {
    const known = await tx.selectFrom('staff_stand_ins').where('id', '=', absence.id).select('id').executeTakeFirst();
    const refusal = known === undefined ? await addStandIn(tx, absence, systemActor, now) : undefined;
    if (refusal !== undefined) throw new Error(`the demo stand-in was refused: ${refusal}`);
  });
}

/** The demo citizen's account, as it stands after signing in and binding the number, accepts as they would on their phone. */
async function acceptAs({ unionId, phoneNumber }: { unionId: string; phoneNumber: string }, token: string, db: Database, encryption: FieldEncryption, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const bound = {
      phone_number_encrypted: encryption.encrypt(phoneNumber, phoneNumberContext),
      phone_number_index: encryption.blindIndex(phoneNumber, phoneNumberContext),
      phone_number_bound_at: now,
    };
    const known = await tx.updateTable('citizens').set(bound).where('union_id', '=', unionId).returning('id').executeTakeFirst();
    const { id } = known ?? (await tx.insertInto('citizens').values({ union_id: unionId, ...bound, created_at: now }).returning('id').executeTakeFirstOrThrow());
    await acceptInvitation(tx, token, id, {}, now);
  });
}
