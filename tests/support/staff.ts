import type { StaffRole } from '../../server/contract/staff';
import { inviteStaffMember } from '../../server/staff/inviteStaffMember';
import { systemActor } from '../../server/staff/staffActor';
import { phoneNumberContext } from '../../server/presenters/citizenPresenter';
import type { TestApp } from './testApp';

/** Mobile numbers that nobody has: each member gets one of their own. */
let invited = 0;

export interface WantedRole {
  role: StaffRole;
  department: string;
}

export async function departmentNamed(t: TestApp, name: string): Promise<number> {
  await t.database.db.insertInto('departments').values({ name }).onConflict((conflict) => conflict.doNothing()).execute();
  return (await t.database.db.selectFrom('departments').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id;
}

/** Invites somebody with these roles. */
export async function inviteSomebody(t: TestApp, phoneNumber: string, wanted: readonly WantedRole[]): Promise<{ staffId: string; token: string }> {
  const roles = await Promise.all(wanted.map(async ({ role, department }) => ({ role, departmentId: await departmentNamed(t, department) })));
  return inviteStaffMember(t.database.db, t.app.encryption, { name: '林知夏', phoneNumber, position: '科员', roles }, systemActor, t.clock.now());
}

/** @returns the invitation's token */
export const invite = async (t: TestApp, phoneNumber: string, wanted: readonly WantedRole[]): Promise<string> => (await inviteSomebody(t, phoneNumber, wanted)).token;

/** Binds a number to whoever signs in with these headers, as a proven one. */
export async function bindNumber(t: TestApp, headers: { authorization: string }, phoneNumber: string): Promise<void> {
  const { encryption } = t.app;
  await t.database.pool.query(
    `update citizens set phone_number_encrypted = $1, phone_number_index = $2, phone_number_bound_at = now()
     where id = (select citizen_id from sessions where token_hash = sha256(convert_to($3, 'UTF8')))`,
    [encryption.encrypt(phoneNumber, phoneNumberContext), encryption.blindIndex(phoneNumber, phoneNumberContext), headers.authorization.slice('Bearer '.length)],
  );
}

/** Makes a demo citizen a staff member through an invitation, in place of what they were before. @returns the headers to send */
export async function becomeStaff(t: TestApp, citizenId: string, wanted: readonly WantedRole[]): Promise<{ authorization: string }> {
  const headers = await t.signIn(citizenId);
  // What they did stays on record, so the member stays too.
  await t.database.pool.query(
    `update staff_members set citizen_id = null where citizen_id = (select citizen_id from sessions where token_hash = sha256(convert_to($1, 'UTF8')))`,
    [headers.authorization.slice('Bearer '.length)],
  );
  // Accepting is limited by the hour.
  t.clock.advance(3_600_000 / 20);
  invited += 1;
  const phoneNumber = `1990001${String(invited).padStart(4, '0')}`;
  const token = await invite(t, phoneNumber, wanted);
  await bindNumber(t, headers, phoneNumber);
  const reply = await t.app.inject({ method: 'PUT', url: `/api/v1/staff-invitations/${token}/acceptance`, headers });
  if (reply.statusCode !== 204) throw new Error(`the invitation was not accepted: ${reply.body}`);
  return headers;
}

/** The staff member behind these headers. */
export async function staffIdOf(t: TestApp, headers: { authorization: string }): Promise<string> {
  const { rows } = await t.database.pool.query<{ id: string }>(
    `select id from staff_members where citizen_id = (select citizen_id from sessions where token_hash = sha256(convert_to($1, 'UTF8')))`,
    [headers.authorization.slice('Bearer '.length)],
  );
  return rows[0]?.id ?? '';
}
