import { randomUUID } from 'node:crypto';
import { confirmationHeader, type ConfirmedAct } from '../../../server/contract/confirmations';
import type { StaffReportPage } from '../../../server/contract/staff';
import { browserInWords } from '../../../server/features/confirmations/browserWords';
import { removeEndedRequests } from '../../../server/staff/confirmedActs';
import { confirmed, confirming, type Headers } from '../../support/confirmations';
import { becomeStaff } from '../../support/staff';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let here: ReturnType<typeof confirming>;
beforeAll(async () => {
  t = await startTestApp();
  here = confirming(t.app);
});
afterAll(() => t.close());

const minute = 60_000;
const police = '云岫县公安局';
const member = (citizenId = 'shop_owner', department = police) => becomeStaff(t, citizenId, [{ role: 'editor', department }]);

let senders = 0;
async function report(contactPhone?: string): Promise<string> {
  const id = randomUUID();
  const guideId = await insertGuide(t.database, { department: police });
  senders += 1;
  const payload = { subject: 'guide', guideId, part: 'phone', description: '电话打不通了', ...(contactPhone === undefined ? {} : { contactPhone }) };
  await t.app.inject({ method: 'PUT', url: `/api/v1/feedback/${id}`, payload, remoteAddress: `10.4.0.${senders}` });
  return id;
}
const read = async (reportId: string, headers: Headers, purpose = 'ask_for_details', app = t.app) => {
  const reply = await app.inject({ method: 'POST', url: `/api/v1/staff/reports/${reportId}/contact`, headers, payload: { purpose } });
  return reply.json<{ contactPhone?: string; code?: string }>();
};
const unmask = 'unmask_personal_data';
const withConfirmation = (headers: Headers, id: string): Headers => ({ ...headers, [confirmationHeader]: id });

/** A member at a computer, with the phone beside it. */
async function atADesk(): Promise<{ phone: Headers; desktop: Headers }> {
  const phone = await member();
  const request = await here.askToSignIn();
  await here.decide(phone, request.id);
  const token = (await here.collect(request)).signedIn?.token ?? '';
  return { phone, desktop: { authorization: `Bearer ${token}` } };
}
async function confirmedOnPhone({ phone, desktop }: { phone: Headers; desktop: Headers }, act: ConfirmedAct = unmask): Promise<Headers> {
  const { id } = await here.ask(desktop, act);
  await here.decide(phone, id);
  return withConfirmation(desktop, id);
}

describe('a sensitive act', () => {
  test('is refused until its owner confirms it on the phone, and is then done', async () => {
    const id = await report('19900000009');
    const desk = await atADesk();
    expect((await read(id, desk.desktop)).code).toBe('confirmation_required');
    const asked = await here.ask(desk.desktop, unmask);
    expect((await read(id, withConfirmation(desk.desktop, asked.id))).code).toBe('confirmation_required');
    expect(await here.progress(desk.desktop, asked.id)).toEqual({ state: 'waiting' });
    expect(await here.look(desk.phone, asked.id)).toMatchObject({ kind: 'act', act: unmask, number: asked.number, state: 'scanned' });
    expect(await here.progress(desk.desktop, asked.id)).toEqual({ state: 'scanned' });
    await here.decide(desk.phone, asked.id);
    expect(await here.progress(desk.desktop, asked.id)).toEqual({ state: 'confirmed' });
    expect((await read(id, withConfirmation(desk.desktop, asked.id))).contactPhone).toBe('19900000009');
  });

  test('is done once with a confirmation, and safely again by the very same call; another call needs another', async () => {
    const [first, second] = [await report('19900000001'), await report('19900000002')];
    const headers = await confirmedOnPhone(await atADesk());
    expect((await read(first, headers)).contactPhone).toBe('19900000001');
    expect((await read(first, headers)).contactPhone).toBe('19900000001');
    expect((await read(second, headers)).code).toBe('confirmation_required');
    expect((await read(first, headers, 'tell_outcome')).code).toBe('confirmation_required');
  });

  test('goes to one of two different calls that are made at once, on different processes', async () => {
    const other = await t.startAnother();
    const ids = [await report('19900000001'), await report('19900000002')];
    const headers = await confirmedOnPhone(await atADesk());
    const replies = await Promise.all(ids.map((id, index) => read(id, headers, 'ask_for_details', index === 0 ? t.app : other)));
    expect(replies.filter(({ contactPhone }) => contactPhone !== undefined)).toHaveLength(1);
  });

  test('does not use the confirmation up when it was refused, and does when it was done before', async () => {
    const id = await report('19900000003');
    const headers = await confirmedOnPhone(await atADesk());
    expect((await read(randomUUID(), headers)).code).toBe('report_not_found');
    expect((await read(id, headers)).contactPhone).toBe('19900000003');
    await t.database.pool.query('delete from feedback where id = $1', [id]);
    expect((await read(id, headers)).code).toBe('report_not_found');
    expect((await read(await report('19900000004'), headers)).code).toBe('confirmation_required');
  });

  test('is not covered by a confirmation of another act, another session or another member', async () => {
    const id = await report('19900000005');
    const desk = await atADesk();
    expect((await read(id, await confirmedOnPhone(desk, 'export_records'))).code).toBe('confirmation_required');
    const granted = (await confirmedOnPhone(desk))[confirmationHeader] ?? '';
    expect((await read(id, withConfirmation(desk.phone, granted))).code).toBe('confirmation_required');
    expect((await read(id, withConfirmation(await member('young_father'), granted))).code).toBe('confirmation_required');
    expect((await read(id, withConfirmation(desk.desktop, granted))).contactPhone).toBe('19900000005');
    expect((await read(id, withConfirmation(desk.desktop, 'nonsense'))).code).toBe('confirmation_required');
  });

  test('has five minutes after it was confirmed', async () => {
    const id = await report('19900000006');
    const desk = await atADesk();
    const inTime = await confirmedOnPhone(desk);
    t.clock.advance(5 * minute - 1);
    expect((await read(id, inTime)).contactPhone).toBe('19900000006');
    const late = await confirmedOnPhone(desk);
    t.clock.advance(5 * minute);
    expect((await read(id, late)).code).toBe('confirmation_required');
  });

  test('is confirmed by its owner only, and neither by the computer nor by the session that asked', async () => {
    const desk = await atADesk();
    const { id } = await here.ask(desk.desktop, unmask);
    expect((await here.decide(desk.desktop, id)).code).toBe('confirmation_needs_phone');
    expect((await here.look(await member('young_father'), id)).code).toBe('confirmation_request_not_found');
    expect((await here.decide(await member('young_father'), id)).code).toBe('confirmation_request_not_found');
    const own = await here.ask(desk.phone, unmask);
    expect((await here.decide(desk.phone, own.id)).code).toBe('confirmation_needs_phone');
  });

  test('is not done when the phone says no or its session ended', async () => {
    const id = await report('19900000007');
    const desk = await atADesk();
    const asked = await here.ask(desk.desktop, unmask);
    await here.decide(desk.phone, asked.id, 'refuse');
    expect(await here.progress(desk.desktop, asked.id)).toEqual({ state: 'refused' });
    expect((await read(id, withConfirmation(desk.desktop, asked.id))).code).toBe('confirmation_required');
    const { rows } = await t.database.pool.query<{ action: string }>('select action from audit_entries where object_id = $1', [asked.id]);
    expect(rows.map(({ action }) => action)).toEqual(['refuse_act']);
  });
});

test('what has ended is removed, and what can still be used is not', async () => {
  const desk = await atADesk();
  const old = (await here.ask(desk.desktop, unmask)).id;
  t.clock.advance(10 * minute);
  const granted = (await confirmedOnPhone(desk))[confirmationHeader];
  t.clock.advance(4 * minute);
  await t.database.db.transaction().execute((tx) => removeEndedRequests(tx, t.clock.now()));
  const { rows } = await t.database.pool.query<{ id: string }>('select id from confirmation_requests where id = any($1::uuid[])', [[old, granted]]);
  expect(rows).toEqual([{ id: granted }]);
});

describe('on the phone itself', () => {
  test('WeChat’s code of this moment confirms, when it is the member’s own', async () => {
    const id = await report('19900000008');
    const phone = await member();
    expect((await read(id, await confirmed(t, 'shop_owner', phone, unmask))).contactPhone).toBe('19900000008');
    const foreign = await t.app.inject({
      method: 'POST',
      url: '/api/v1/staff/confirmations/by-wechat',
      headers: phone,
      payload: { act: unmask, client: 'mini_program', code: await t.loginCode('grandmother') },
    });
    expect(foreign.json()).toMatchObject({ code: 'confirmation_not_yours' });
  });
});

test('a number is given out with its purpose on record, to whoever deals with the report, and not where none was left', async () => {
  const [id, without] = [await report('19900000009'), await report()];
  const phone = await member();
  const page = (await t.app.inject({ url: '/api/v1/staff/reports?limit=50', headers: phone })).json<StaffReportPage>();
  expect(page.items.find((each) => each.id === id)?.allowedActions).toEqual(['close', 'read_contact']);
  expect(page.items.find((each) => each.id === without)?.allowedActions).toEqual(['close']);
  expect((await read(without, await confirmed(t, 'shop_owner', phone, unmask))).code).toBe('report_not_found');
  await read(id, await confirmed(t, 'shop_owner', phone, unmask), 'tell_outcome');
  const elsewhere = await member('young_father', '云岫县民政局');
  expect((await read(id, await confirmed(t, 'young_father', elsewhere, unmask))).code).toBe('report_not_found');
  const { rows } = await t.database.pool.query('select * from audit_entries where object_id = $1', [id]);
  expect(rows).toEqual([expect.objectContaining({ action: 'read_report_contact', after: { purpose: 'tell_outcome', confirmation: expect.any(String) as string } })]);
  expect(JSON.stringify(rows)).not.toContain('19900000009');
});

test('a browser is named in words that its owner recognises', () => {
  expect(browserInWords('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0')).toBe('Windows 电脑上的 Edge');
  expect(browserInWords('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15')).toBe('苹果电脑上的 Safari');
  expect(browserInWords('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50')).toBe('苹果手机上的微信');
  expect(browserInWords('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Linux 电脑上的 Firefox');
  expect(browserInWords(undefined)).toBe('未知设备上的浏览器');
});
