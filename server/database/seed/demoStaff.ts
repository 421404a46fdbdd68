import type { Clock } from '../../clock';
import type { StaffRole } from '../../contract/staff';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { inviteStaffMember, renewInvitation } from '../../staff/inviteStaffMember';
import { systemActor } from '../../staff/staffActor';
import { openDatabase } from '../database';
import type { DatabasePool } from '../pool';
import { withProcessLock } from '../processLock';

/** Above all departments of the county. */
const government = '云岫县人民政府';

/** Staff of 云岫县, each with the number of a demo citizen, who can become them. */
const demoStaff: readonly { id: string; name: string; phoneNumber: string; position: string; department: string; role: StaffRole }[] = [
  { id: '00000000-0000-4000-8000-000000000011', name: '许文清', phoneNumber: '19900000011', position: '政务服务中心副主任', department: government, role: 'administrator' },
  { id: '00000000-0000-4000-8000-000000000012', name: '沈知微', phoneNumber: '19900000012', position: '户政科科员', department: '云岫县公安局', role: 'editor' },
  { id: '00000000-0000-4000-8000-000000000013', name: '陆怀瑾', phoneNumber: '19900000013', position: '办公室主任', department: '云岫县公安局', role: 'approver' },
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
  for (const { id, name, phoneNumber, position, department, role } of demoStaff) {
    const known = await db.selectFrom('staff_members').where('id', '=', id).select('status').executeTakeFirst();
    if (known !== undefined && known.status !== 'invited') continue;
    const now = clock.now();
    await db.insertInto('departments').values({ name: department, created_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
    const { id: departmentId } = await db.selectFrom('departments').where('name', '=', department).select('id').executeTakeFirstOrThrow();
    const { token } =
      known === undefined
        ? await inviteStaffMember(db, encryption, { id, name, phoneNumber, position, roles: [{ role, departmentId }] }, systemActor, now)
        : await renewInvitation(db, id, now);
    invitations.push({ name, phoneNumber, path: `/features/staff/pages/invitation/index?token=${token}` });
  }
  return invitations;
}
