import type { SessionPage } from '../../../server/contract/sessions';
import { leavePost } from '../../../server/staff/leavePost';
import { commandActor } from '../../../server/staff/staffActor';
import { confirming, type Headers } from '../../support/confirmations';
import { becomeStaff } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let here: ReturnType<typeof confirming>;
beforeAll(async () => {
  t = await startTestApp();
  here = confirming(t.app);
});
afterAll(() => t.close());

const minute = 60_000;
const police = '云岫县公安局';
const member = (citizenId = 'shop_owner') => becomeStaff(t, citizenId, [{ role: 'editor', department: police }]);
const bearer = (token: string | undefined): Headers => ({ authorization: `Bearer ${token ?? ''}` });
const statusOf = async (headers: Headers, app = t.app): Promise<number> => (await app.inject({ url: '/api/v1/staff/current', headers })).statusCode;
const sessionsOf = async (headers: Headers) => (await t.app.inject({ url: '/api/v1/sessions?limit=50', headers })).json<SessionPage>().items;

/** A desktop browser that was signed in by this phone. */
async function signedInDesktop(phone: Headers): Promise<Headers> {
  const request = await here.askToSignIn();
  await here.decide(phone, request.id);
  return bearer((await here.collect(request)).signedIn?.token);
}

describe('signing in at a computer', () => {
  test('goes from waiting over scanned to the member’s own session, which they see and can end', async () => {
    const phone = await member();
    const request = await here.askToSignIn();
    expect(await here.collect(request)).toEqual({ state: 'waiting', signedIn: null });
    expect(await here.look(phone, request.id)).toMatchObject({
      kind: 'sign_in',
      browser: 'Windows 电脑上的 Chrome',
      clientAddress: '10.5.0.7',
      number: request.number,
      state: 'scanned',
      allowedActions: ['confirm', 'refuse'],
    });
    expect(await here.collect(request)).toEqual({ state: 'scanned', signedIn: null });
    expect(await here.decide(phone, request.id)).toMatchObject({ state: 'confirmed', allowedActions: [] });
    const { signedIn } = await here.collect(request);
    expect(signedIn?.citizen.isStaff).toBe(true);
    const desktop = bearer(signedIn?.token);
    expect(await statusOf(desktop)).toBe(200);

    const entry = (await sessionsOf(phone)).find(({ client }) => client === 'desktop');
    expect(entry?.deviceLabel).toBe('Windows 电脑上的 Chrome');
    expect((await t.app.inject({ method: 'DELETE', url: `/api/v1/sessions/${entry?.id ?? ''}`, headers: phone })).statusCode).toBe(204);
    expect(await statusOf(desktop)).toBe(401);
    // Ended: asking again with the same secret does not bring it back.
    expect(await here.collect(request)).toEqual({ state: 'expired', signedIn: null });
  });

  test('works by the eight digits as well, which lead nowhere once the time is over', async () => {
    const phone = await member();
    const request = await here.askToSignIn();
    expect(request.code).toMatch(/^\d{8}$/);
    expect((await here.lookUp(phone, request.code)).id).toBe(request.id);
    t.clock.advance(2 * minute + 1);
    expect((await here.lookUp(phone, request.code)).code).toBe('confirmation_request_not_found');
  });

  test('ends after two minutes on both sides, by the clock', async () => {
    const phone = await member();
    const request = await here.askToSignIn();
    t.clock.advance(2 * minute + 1);
    expect((await here.collect(request)).state).toBe('expired');
    expect(await here.look(phone, request.id)).toMatchObject({ state: 'expired', allowedActions: [] });
    expect((await here.decide(phone, request.id)).code).toBe('confirmation_request_expired');
  });

  test('leaves two minutes to fetch the session after the confirmation, and no more', async () => {
    const phone = await member();
    const slow = await here.askToSignIn();
    t.clock.advance(2 * minute - 1);
    await here.decide(phone, slow.id);
    t.clock.advance(2 * minute - 1);
    expect((await here.collect(slow)).signedIn).not.toBeNull();
    const gone = await here.askToSignIn();
    await here.decide(phone, gone.id);
    t.clock.advance(2 * minute + 1);
    expect(await here.collect(gone)).toEqual({ state: 'expired', signedIn: null });
  });

  test('gives the session to the browser that asked only, whoever else knows the code', async () => {
    const phone = await member();
    const request = await here.askToSignIn();
    const other = await here.askToSignIn();
    await here.decide(phone, request.id);
    expect((await here.collect({ id: request.id, secret: other.secret })).code).toBe('confirmation_request_not_found');
    expect((await here.collect({ id: request.id, secret: 'A'.repeat(43) })).code).toBe('confirmation_request_not_found');
    expect((await here.collect(request)).signedIn).not.toBeNull();
  });

  test('gives the same session again to that browser when the answer was lost, also when it asks many times at once', async () => {
    const other = confirming(await t.startAnother());
    const phone = await member();
    const request = await here.askToSignIn();
    await here.decide(phone, request.id);
    const before = (await sessionsOf(phone)).length;
    const replies = await Promise.all([here.collect(request), other.collect(request), here.collect(request), other.collect(request)]);
    expect(new Set(replies.map(({ signedIn }) => signedIn?.token)).size).toBe(1);
    expect((await here.collect(request)).signedIn?.token).toBe(replies[0]?.signedIn?.token);
    expect(await sessionsOf(phone)).toHaveLength(before + 1);
  });

  test('goes on after a restart between any two steps', async () => {
    const phone = await member();
    const request = await confirming(await t.startAnother()).askToSignIn();
    await confirming(await t.startAnother()).look(phone, request.id);
    await confirming(await t.startAnother()).decide(phone, request.id);
    const reply = await confirming(await t.startAnother()).collect(request);
    expect(await statusOf(bearer(reply.signedIn?.token))).toBe(200);
  });

  test('is for staff members in office: citizens are refused, and so is a member who is suspended before the browser asks', async () => {
    const request = await here.askToSignIn();
    const citizen = await t.signIn('grandmother');
    expect((await here.look(citizen, request.id)).code).toBe('not_allowed');
    expect((await here.decide(citizen, request.id)).code).toBe('not_allowed');
    expect((await here.collect(request)).state).toBe('waiting');

    const phone = await member();
    const confirmed = await here.askToSignIn();
    await here.decide(phone, confirmed.id);
    const { rows } = await t.database.pool.query<{ id: string }>(`select id from staff_members where status = 'active' order by created_at desc limit 1`);
    await leavePost(t.database.db, [], { staffId: rows[0]?.id ?? '', successorId: null, mayBeLastAdministrator: true }, commandActor, t.clock.now());
    expect(await here.collect(confirmed)).toEqual({ state: 'expired', signedIn: null });
    expect((await here.decide(await t.signIn('shop_owner'), request.id)).code).toBe('not_allowed');
  });

  test('is confirmed on a phone: a computer that was signed in cannot sign in another', async () => {
    const desktop = await signedInDesktop(await member());
    const request = await here.askToSignIn();
    expect((await here.look(desktop, request.id)).code).toBe('confirmation_needs_phone');
    expect((await here.decide(desktop, request.id)).code).toBe('confirmation_needs_phone');
  });

  test('is not done when refused, and what was decided stands', async () => {
    const phone = await member();
    const request = await here.askToSignIn();
    expect((await here.decide(phone, request.id, 'refuse')).state).toBe('refused');
    expect((await here.decide(phone, request.id, 'refuse')).state).toBe('refused');
    expect((await here.decide(phone, request.id, 'confirm')).code).toBe('confirmation_request_decided');
    expect(await here.collect(request)).toEqual({ state: 'refused', signedIn: null });
  });

  test('is one session when two members confirm at the same moment: the first one’s; and the same member’s twice is one', async () => {
    const other = confirming(await t.startAnother());
    const [first, second] = [await member('shop_owner'), await member('young_father')];
    const request = await here.askToSignIn();
    const replies = await Promise.all([here.decide(first, request.id), other.decide(second, request.id)]);
    expect(replies.map(({ state, code }) => state ?? code).sort()).toEqual(['confirmation_request_decided', 'confirmed']);
    const winner = replies[0]?.state === 'confirmed' ? first : second;
    expect((await here.decide(winner, request.id)).state).toBe('confirmed');
    await here.collect(request);
    const desktops = [...(await sessionsOf(first)), ...(await sessionsOf(second))].filter(({ client, createdAt }) => client === 'desktop' && createdAt === t.clock.now().toISOString());
    expect(desktops).toHaveLength(1);
  });

  test('lasts half a day without use and a week in any case', async () => {
    const hour = 60 * minute;
    const desktop = await signedInDesktop(await member());
    t.clock.advance(12 * hour - 1);
    expect(await statusOf(desktop)).toBe(200);
    t.clock.advance(12 * hour + 1);
    expect(await statusOf(desktop)).toBe(401);
    const used = await signedInDesktop(await member());
    for (let halfDays = 0; halfDays < 15; halfDays += 1) {
      t.clock.advance(11 * hour);
      await statusOf(used);
    }
    t.clock.advance(4 * hour);
    expect(await statusOf(used)).toBe(401);
  });

  test('leaves neither the secret nor the token nor the digits in the database, and is on record', async () => {
    const phone = await member();
    const request = await here.askToSignIn();
    await here.decide(phone, request.id);
    const token = (await here.collect(request)).signedIn?.token ?? 'none';
    const { rows } = await t.database.pool.query(`select r.*, encode(secret_hash, 'escape') as hash from confirmation_requests r where id = $1`, [request.id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${request.secret}|${token}|${request.code}`));
    const { rows: entries } = await t.database.pool.query('select * from audit_entries where object_id = $1', [request.id]);
    expect(entries).toEqual([expect.objectContaining({ action: 'confirm_sign_in', actor_kind: 'staff', after: { act: null, means: 'phone', browser: 'Windows 电脑上的 Chrome', askedFrom: '10.5.0.7' } })]);
  });
});
