import type { FastifyInstance, InjectOptions } from 'fastify';
import { randomUUID } from 'node:crypto';
import { buildApp } from '../../server/app';
import { readConfig } from '../../server/config';
import { sandboxSettings } from '../support/sandboxSettings';
import { confirmed } from '../support/confirmations';
import type { FollowList } from '../../server/contract/follows';
import type { StaffRole } from '../../server/contract/staff';
import { citizenIdOf, inboxItems, tellAndDeliver } from '../support/notices';
import { announcementPermissions } from '../support/announcementPermissions';
import { announcementsOf } from '../support/announcements';
import { becomeStaff, departmentNamed, inviteSomebody } from '../support/staff';
import { guideDraftPermissions, guideDraftsOf } from '../support/guideDraftPermissions';
import { everyRole, namedBy, readsAnyone, roles, type Entry, type Objects } from '../support/permissions';
import { invitedMembers, memberPermissions } from './permissions/members';
import { readingPermissions } from './permissions/readingAnnouncements';
import { registerPermissions } from './permissions/registers';
import { insertGuide, startTestApp, type TestApp } from '../support/testApp';

const keepsAnnouncement = async ({ headers, announcementId }: Objects): Promise<boolean> =>
  (await app.inject({ url: `/api/v1/announcement-favourites/${announcementId}`, headers })).json<{ favouredAt: string | null }>().favouredAt !== null;
const hasUnread = async ({ headers }: Objects): Promise<boolean> => (await inboxItems(t, headers))[0]?.readAt === null;
const followsBoth = async ({ headers, departmentId }: Objects): Promise<boolean> => {
  const { departments, topics } = (await app.inject({ url: '/api/v1/follows', headers })).json<FollowList>();
  return departments.some(({ id }) => id === String(departmentId)) && topics.some(({ code }) => code === 'np.birth');
};

/**
 * Who may do what, for every route of the server. A route without an entry fails the first test, so that
 * nobody adds an endpoint without saying here who may call it, and on whose objects.
 *
 * `nobody`: without a token. `citizen`: signed in, on their own object. `other`: another citizen's object
 * (where the route names one); it must look as if the object were not there, or have no effect.
 */
const matrix: Record<string, Entry> = {
  'GET /healthz': readsAnyone(),
  'GET /readyz': readsAnyone(),
  'GET /openapi.json': readsAnyone(),
  'GET /': readsAnyone(),
  'GET /api/v1/site': readsAnyone(),
  'GET /api/v1/qr-codes': { ...readsAnyone(), request: () => ({ url: '/api/v1/qr-codes?path=/' }) },
  ...readingPermissions(keepsAnnouncement),
  'GET /api/v1/departments': readsAnyone(),
  'GET /api/v1/home': readsAnyone(),
  'GET /api/v1/topics': readsAnyone(),
  'GET /api/v1/offices': readsAnyone(),
  'GET /api/v1/offices/:officeCode': { ...readsAnyone(404), request: () => ({ url: '/api/v1/offices/NOWHERE' }) },
  'GET /api/v1/service-guides/search': { ...readsAnyone(), request: () => ({ url: '/api/v1/service-guides/search?query=x' }) },
  'GET /api/v1/service-guides/suggestions': { ...readsAnyone(), request: () => ({ url: '/api/v1/service-guides/suggestions?query=x' }) },
  'GET /api/v1/service-guides/:guideId/versions': { ...readsAnyone(), request: ({ guideId }) => ({ url: `/api/v1/service-guides/${guideId}/versions` }) },
  'GET /api/v1/service-guides/:guideId/check': { ...readsAnyone(), request: ({ guideId }) => ({ url: `/api/v1/service-guides/${guideId}/check` }) },
  'GET /api/v1/service-guides/:guideId/files/:hash': { ...readsAnyone(404), request: ({ guideId }) => ({ url: `/api/v1/service-guides/${guideId}/files/${'0'.repeat(64)}` }) },
  'GET /api/v1/staff-invitations/:token': { ...readsAnyone(404), request: () => ({ url: `/api/v1/staff-invitations/${'A'.repeat(43)}` }) },
  'PUT /api/v1/staff-invitations/:token/acceptance': { nobody: 401, citizen: 404, request: () => ({ url: `/api/v1/staff-invitations/${'A'.repeat(43)}/acceptance` }) },
  'GET /api/v1/staff/current': { nobody: 401, citizen: 403, staff: everyRole(200) },
  'GET /api/v1/staff/work': { nobody: 401, citizen: 403, staff: everyRole(200) },
  'GET /api/v1/staff/reports': { nobody: 401, citizen: 403, staff: { ...everyRole(403), administrator: 200, editor: 200 } },
  'GET /api/v1/staff/searches-without-result': { nobody: 401, citizen: 403, staff: { ...everyRole(403), administrator: 200, editor: 200 } },
  ...registerPermissions,
  'PUT /api/v1/staff/reports/:reportId/outcome': {
    nobody: 401,
    citizen: 403,
    request: ({ reportId }) => ({ url: `/api/v1/staff/reports/${reportId}/outcome`, payload: { outcome: 'corrected' } }),
    staff: { ...everyRole(404), administrator: 200, editor: 200 },
    otherDepartment: 404,
  },
  'POST /api/v1/staff/reports/:reportId/contact': {
    nobody: 401,
    citizen: 403,
    request: ({ reportId }) => ({ url: `/api/v1/staff/reports/${reportId}/contact`, payload: { purpose: 'ask_for_details' } }),
    confirmation: 'unmask_personal_data',
    staff: { ...everyRole(404), administrator: 200, editor: 200 },
    otherDepartment: 404,
  },
  'POST /api/v1/sign-in-requests': readsAnyone(201),
  // Only the browser that asked has the secret.
  'POST /api/v1/sign-in-requests/:requestId/session': {
    ...readsAnyone(404),
    request: ({ signInRequestId }) => ({ url: `/api/v1/sign-in-requests/${signInRequestId}/session`, payload: { secret: 'A'.repeat(43) } }),
  },
  'POST /api/v1/staff/confirmations': { nobody: 401, citizen: 403, request: () => ({ payload: { act: 'export_records' } }), staff: everyRole(201) },
  // A request of nobody's: those of others look the same.
  'GET /api/v1/staff/confirmations/:requestId': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/confirmations/${randomUUID()}` }),
    staff: everyRole(404),
  },
  'POST /api/v1/staff/confirmations/by-wechat': {
    nobody: 401,
    citizen: 403,
    request: () => ({ payload: { act: 'export_records', client: 'mini_program', code: 'x' } }),
    staff: everyRole(422),
  },
  'GET /api/v1/staff/confirmation-requests': { nobody: 401, citizen: 403, request: () => ({ url: '/api/v1/staff/confirmation-requests?code=00000000' }), staff: everyRole(404) },
  'GET /api/v1/staff/confirmation-requests/:requestId': {
    nobody: 401,
    citizen: 403,
    request: ({ signInRequestId }) => ({ url: `/api/v1/staff/confirmation-requests/${signInRequestId}` }),
    staff: everyRole(200),
  },
  'PUT /api/v1/staff/confirmation-requests/:requestId/decision': {
    nobody: 401,
    citizen: 403,
    request: ({ signInRequestId }) => ({ url: `/api/v1/staff/confirmation-requests/${signInRequestId}/decision`, payload: { decision: 'confirm' } }),
    staff: everyRole(200),
  },
  ...announcementPermissions,
  ...memberPermissions,
  'PUT /api/v1/feedback/:feedbackId': {
    ...readsAnyone(),
    request: () => ({ url: `/api/v1/feedback/${randomUUID()}`, payload: { subject: 'mini_program', kind: 'fault', description: '打不开这一页' } }),
  },
  ...guideDraftPermissions,
  'GET /api/v1/service-guides': readsAnyone(),
  'GET /api/v1/service-guides/:guideId': { ...readsAnyone(), request: ({ guideId }) => ({ url: `/api/v1/service-guides/${guideId}` }) },
  // Signing in is for everybody; what WeChat says of the code decides, here that it is not one.
  'POST /api/v1/sessions/mini-program': { ...readsAnyone(403), request: () => ({ payload: { code: 'x', privacyPolicyVersion: 'old' } }) },
  'POST /api/v1/sessions/official-account': { ...readsAnyone(403), request: () => ({ payload: { code: 'x', privacyPolicyVersion: 'old' } }) },
  // WeChat proves itself by its signature.
  'GET /api/v1/wechat-callbacks/:account': { ...readsAnyone(403), request: () => ({ url: '/api/v1/wechat-callbacks/mini-program?signature=x&timestamp=1&nonce=1&echostr=1' }) },
  'POST /api/v1/wechat-callbacks/:account': {
    ...readsAnyone(403),
    request: () => ({ url: '/api/v1/wechat-callbacks/mini-program?signature=x&timestamp=1&nonce=1', payload: '<xml></xml>', headers: { 'content-type': 'text/xml' } }),
  },
  'GET /api/v1/sessions': { nobody: 401, citizen: 200, other: { status: 200 } },
  'DELETE /api/v1/sessions/:sessionId': {
    nobody: 401,
    citizen: 204,
    request: ({ sessionId }) => ({ url: `/api/v1/sessions/${sessionId}` }),
    other: { status: 404, unharmed: async ({ headers }) => (await statusOf('/api/v1/citizens/current', headers)) === 200 },
  },
  'DELETE /api/v1/sessions/current': { nobody: 401, citizen: 204 },
  'GET /api/v1/citizens/current': { nobody: 401, citizen: 200 },
  'PUT /api/v1/citizens/current/privacy-consent': { nobody: 401, citizen: 403, request: () => ({ payload: { privacyPolicyVersion: 'old' } }) },
  'DELETE /api/v1/citizens/current': { nobody: 401, citizen: 204 },
  'POST /api/v1/phone-number-codes': { nobody: 401, citizen: 202, request: () => ({ payload: { phoneNumber: '19900000099' } }) },
  'PUT /api/v1/citizens/current/phone-number': { nobody: 401, citizen: 422, request: () => ({ payload: { source: 'sms', phoneNumber: '19900000098', code: '123456' } }) },
  'DELETE /api/v1/citizens/current/phone-number': { nobody: 401, citizen: 204 },
  'GET /api/v1/inbox': { nobody: 401, citizen: 200 },
  'GET /api/v1/inbox/unread-count': { nobody: 401, citizen: 200 },
  'PUT /api/v1/inbox/:noticeId/read': {
    nobody: 401,
    citizen: 204,
    request: ({ noticeId }) => ({ url: `/api/v1/inbox/${noticeId}/read` }),
    other: { status: 404, unharmed: hasUnread },
  },
  'PUT /api/v1/inbox/read': {
    nobody: 401,
    citizen: 204,
    request: ({ noticeId }) => ({ payload: { upTo: noticeId } }),
    other: { status: 204, unharmed: hasUnread },
  },
  'GET /api/v1/follows': { nobody: 401, citizen: 200 },
  'PUT /api/v1/follows/departments/:departmentId': {
    nobody: 401,
    citizen: 204,
    request: ({ departmentId }) => ({ url: `/api/v1/follows/departments/${departmentId}` }),
  },
  'DELETE /api/v1/follows/departments/:departmentId': {
    nobody: 401,
    citizen: 204,
    request: ({ departmentId }) => ({ url: `/api/v1/follows/departments/${departmentId}` }),
    other: { status: 204, unharmed: followsBoth },
  },
  'PUT /api/v1/follows/topics/:topic': { nobody: 401, citizen: 204, request: () => ({ url: '/api/v1/follows/topics/np.birth' }) },
  'DELETE /api/v1/follows/topics/:topic': {
    nobody: 401,
    citizen: 204,
    request: () => ({ url: '/api/v1/follows/topics/np.birth' }),
    other: { status: 204, unharmed: followsBoth },
  },
  'GET /api/v1/favourites': { nobody: 401, citizen: 200 },
  'GET /api/v1/favourites/:guideId': {
    nobody: 401,
    citizen: 200,
    request: ({ guideId }) => ({ url: `/api/v1/favourites/${guideId}` }),
    other: { status: 200, seesNothing: { favouredAt: null } },
  },
  'PUT /api/v1/favourites/:guideId': { nobody: 401, citizen: 204, request: ({ guideId }) => ({ url: `/api/v1/favourites/${guideId}` }) },
  'DELETE /api/v1/favourites/:guideId': {
    nobody: 401,
    citizen: 204,
    request: ({ guideId }) => ({ url: `/api/v1/favourites/${guideId}` }),
    other: { status: 204, unharmed: async ({ headers, guideId }) => (await app.inject({ url: `/api/v1/favourites/${guideId}`, headers })).json<{ favouredAt: string | null }>().favouredAt !== null },
  },
};

let t: TestApp;
let app: FastifyInstance;
const routes: string[] = [];
const routesWithAccess: { route: string; access: string | undefined }[] = [];
const statusOf = async (url: string, headers: Record<string, string>): Promise<number> => (await app.inject({ url, headers })).statusCode;

/** Signs the citizen in, with everything of their own that the route names; `isWhole`: with all that a proof may look at. */
async function person(citizenId: string, route: string, { isWhole = false } = {}): Promise<Objects> {
  // The newest session stands first in the list.
  t.clock.advance(1_000);
  const headers = await t.signIn(citizenId);
  const sessions = (await app.inject({ url: '/api/v1/sessions', headers })).json<{ items: { id: string; isCurrent: boolean }[] }>();
  const guideId = await insertGuide(t.database);
  const named = namedBy(matrix[route]);
  const wants = (...names: (keyof Objects)[]): boolean => isWhole || names.some((name) => named.has(name));
  if (wants('noticeId') || route.includes('favourites')) await app.inject({ method: 'PUT', url: `/api/v1/favourites/${guideId}`, headers });
  return {
    headers,
    sessionId: sessions.items.find((session) => session.isCurrent)?.id ?? '',
    guideId,
    reportId: wants('reportId') ? await reportOn(guideId) : randomUUID(),
    ...(wants('guideDraftId', 'submittedGuideDraftId') ? await guideDraftsOf(t, guideId) : { guideDraftId: randomUUID(), submittedGuideDraftId: randomUUID() }),
    ...(wants('noticeId', 'departmentId') ? await noticeAndFollow(headers) : { noticeId: '0', departmentId: 0 }),
    signInRequestId: wants('signInRequestId') ? await waitingBrowser() : randomUUID(),
    ...(wants('memberId', 'memberDepartmentId') ? await memberInPolice() : { memberId: randomUUID(), memberDepartmentId: '0' }),
    ...(wants('policeId', 'draftId', 'announcementId') ? await announcementsFor(headers) : { policeId: '0', draftId: randomUUID(), announcementId: '0' }),
  };
}

async function announcementsFor(headers: { authorization: string }): Promise<Pick<Objects, 'policeId' | 'draftId' | 'announcementId'>> {
  const { departmentId: policeId, ...rest } = await announcementsOf(t, '云岫县公安局');
  await app.inject({ method: 'PUT', url: `/api/v1/announcement-favourites/${rest.announcementId}`, headers });
  return { policeId, ...rest };
}

let member: { headers: { authorization: string }; citizenId: string } | undefined;

/** A staff member with just this role. One and the same person: roles are looked up at every call. */
async function memberWith(role: StaffRole, department: string): Promise<{ authorization: string }> {
  if (member === undefined) {
    const headers = await becomeStaff(t, 'shop_owner', [{ role, department }]);
    member = { headers, citizenId: await citizenIdOf(t, headers) };
  }
  // Past what limits count, and not yet past what expires in two minutes.
  t.clock.advance(110_000);
  const { db } = t.database;
  const { id: staffId } = await db.selectFrom('staff_members').where('citizen_id', '=', member.citizenId).select('id').executeTakeFirstOrThrow();
  await db.deleteFrom('staff_roles').where('staff_id', '=', staffId).execute();
  await db
    .insertInto('staff_roles')
    .values({ staff_id: staffId, department_id: await departmentNamed(t, department), role, granted_at: t.clock.now() })
    .execute();
  return member.headers;
}

async function memberInPolice(): Promise<Pick<Objects, 'memberId' | 'memberDepartmentId'>> {
  const department = '云岫县公安局';
  const { staffId } = await inviteSomebody(t, invitedMembers.nextPhoneNumber(), [{ role: 'editor', department }]);
  return { memberId: staffId, memberDepartmentId: String(await departmentNamed(t, department)) };
}

async function waitingBrowser(): Promise<string> {
  return (await app.inject({ method: 'POST', url: '/api/v1/sign-in-requests', remoteAddress: `10.6.0.${reporters % 250}` })).json<{ id: string }>().id;
}

async function noticeAndFollow(headers: { authorization: string }): Promise<Pick<Objects, 'noticeId' | 'departmentId'>> {
  const departmentId = await departmentNamed(t, '云岫县公安局');
  for (const followed of [`departments/${departmentId}`, 'topics/np.birth']) await app.inject({ method: 'PUT', url: `/api/v1/follows/${followed}`, headers });
  await tellAndDeliver(t, { to: { citizenIds: [await citizenIdOf(t, headers)] } });
  return { noticeId: (await inboxItems(t, headers))[0]?.id ?? '', departmentId };
}

let reporters = 0;
async function reportOn(guideId: string): Promise<string> {
  const reportId = randomUUID();
  const payload = { subject: 'guide', guideId, part: 'other', description: '这里写错了', contactPhone: '19900000009' };
  await app.inject({ method: 'PUT', url: `/api/v1/feedback/${reportId}`, payload, remoteAddress: `10.7.0.${(reporters += 1) % 250}` });
  return reportId;
}

function requestFor(route: string, owner: Objects, headers: Record<string, string>): InjectOptions {
  const [method, url] = route.split(' ') as ['GET', string];
  const own = matrix[route]?.request?.(owner) ?? {};
  return { method, url, ...own, headers: { ...own.headers, ...headers } };
}

beforeAll(async () => {
  t = await startTestApp();
  const config = readConfig({ ...sandboxSettings(t.sandboxAddress), H5_FOLDER: '/nowhere', DATA_DIR: t.app.config.DATA_DIR });
  app = await buildApp({ config, pool: t.database.pool, clock: t.clock, onRoute: ({ method, url, config: about }) => {
      for (const each of [method].flat()) {
        routes.push(`${each} ${url}`);
        if (each !== 'HEAD') routesWithAccess.push({ route: `${each} ${url}`, access: about?.access });
      }
    } });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await t.close();
});

test('every route of the server has an entry, and every entry a route', () => {
  // The readable page of the API is a library's own set of files.
  const ours = routes.filter((route) => !route.startsWith('HEAD ') && !/ \/docs\/api(\/|$)/.test(route));
  expect([...new Set(ours)].sort()).toEqual(Object.keys(matrix).sort());
});

test.each(Object.keys(matrix))('%s answers nobody, a citizen and another citizen as the matrix says', async (route) => {
  const entry = matrix[route];
  if (entry === undefined) throw new Error(route);
  const owner = await person('grandmother', route, { isWhole: entry.other !== undefined });
  const other = await person('young_father', route);
  expect(['nobody', (await app.inject(requestFor(route, owner, {}))).statusCode]).toEqual(['nobody', entry.nobody]);
  if (entry.nobody === 401) {
    expect((await app.inject(requestFor(route, owner, { authorization: `Bearer ${'A'.repeat(43)}` }))).statusCode).toBe(401);
  }
  if (entry.other !== undefined) {
    const reply = await app.inject(requestFor(route, owner, other.headers));
    expect(['other', reply.statusCode]).toEqual(['other', entry.other.status]);
    expect(reply.body).not.toContain(owner.sessionId);
    if (entry.other.seesNothing !== undefined) expect(reply.json()).toEqual(entry.other.seesNothing);
    if (entry.other.unharmed !== undefined) expect(await entry.other.unharmed(owner)).toBe(true);
  }
  expect(['citizen', (await app.inject(requestFor(route, owner, owner.headers))).statusCode]).toEqual(['citizen', entry.citizen]);
});

const staffRoutes = Object.keys(matrix).filter((route) => matrix[route]?.staff !== undefined);

test.each(staffRoutes.flatMap((route) => roles.map((role) => [route, role] as const)))('%s answers a staff member who is %s as the matrix says', async (route, role) => {
  const entry = matrix[route];
  const owner = await person('grandmother', route);
  const own = await memberWith(role, '云岫县公安局');
  const confirmedBy = (headers: Record<string, string>) => (entry?.confirmation === undefined ? headers : confirmed(t, 'shop_owner', headers, entry.confirmation));
  if (entry?.confirmation !== undefined) expect((await app.inject(requestFor(route, owner, own))).json()).toMatchObject({ code: 'confirmation_required' });
  expect((await app.inject(requestFor(route, owner, await confirmedBy(own)))).statusCode).toBe(entry?.staff?.[role]);
  if (entry?.otherDepartment === undefined) return;
  const elsewhere = await person('grandmother', route);
  const other = await memberWith(role, '云岫县民政局');
  expect((await app.inject(requestFor(route, elsewhere, await confirmedBy(other)))).statusCode).toBe(entry.otherDepartment);
});

test('every route that asks for a staff member has a row for every role', () => {
  const asking = routesWithAccess.filter(({ access }) => access === 'staff').map(({ route }) => route);
  expect(staffRoutes.sort()).toEqual([...new Set(asking)].sort());
});
