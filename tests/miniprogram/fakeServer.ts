import type { Transport, TransportRequest } from '../../src/api/ApiClient';
import { ApiError } from '../../src/api/ApiError';
import type { DeviceStorage } from '../../src/platform/DeviceStorage';
import type { BrowserDoor, Departure, MiniProgramDoor } from '../../src/platform/SignInDoor';
import { createRootStore, type Surroundings } from '../../src/stores/RootStore';
import type { Site } from '../../server/contract/site';
import type { GuideContent } from '../../server/contract/guideContent';
import type { ServiceGuide } from '../../server/contract/serviceGuides';

type Answer = { status: number; body?: unknown } | 'offline';
type Respond = (request: TransportRequest) => Answer | Promise<Answer>;

export const now = Date.UTC(2026, 10, 22, 1, 5);

/** A server made of answers; it notes what it was asked. */
export const fakeServer = () => {
  const routes = new Map<string, Respond>();
  const requests: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const path = request.url.replace(/^\/api\/v1/, '').replace(/\?.*$/, '');
    const respond = routes.get(`${request.method} ${path}`);
    const answer = respond === undefined ? { status: 404, body: refusal('route_not_found') } : await respond(request);
    if (answer === 'offline') throw new ApiError({ code: 'network_unreachable', message: '网络没有连上' });
    return { status: answer.status, body: answer.body };
  };
  return {
    transport,
    requests,
    on: (route: string, respond: Respond) => routes.set(route, respond),
    count: (route: string) => requests.filter(({ method, url }) => `${method} ${url.replace(/^\/api\/v1/, '').replace(/\?.*$/, '')}` === route).length,
  };
};

export const refusal = (code: string) => ({ code, message: code, requestId: 'request-1' });

export const aSite = (changes: Partial<Site> = {}): Site => ({
  name: '云岫政务',
  areaName: '云岫县',
  operatorName: '云岫县政务服务管理局',
  hotline: '12345',
  features: ['favourites', 'phone_number'],
  officialAccount: { appId: 'wxdemo', authorizeUrl: 'http://localhost/authorize', needsWeChat: false },
  privacyPolicy: { version: '1.0', sections: [] },
  ...changes,
});

export const aGuide = (content: Partial<GuideContent> = {}, changes: Partial<ServiceGuide> = {}): ServiceGuide => ({
  id: '7',
  implementationCode: '1151',
  department: { id: '1', name: '云岫县公安局' },
  version: 2,
  updatedAt: '2026-11-03T02:00:00.000Z',
  content: {
    name: '居民身份证补领',
    itemType: 'confirmation',
    audiences: ['natural_person'],
    handlingType: 'committed',
    statutoryLimit: { amount: 60, unit: 'calendar_day' },
    committedLimit: { amount: 10, unit: 'working_day' },
    visits: 1,
    requiredMaterials: [
      { name: '居民户口簿', isWaived: false },
      { name: '近期照片', isWaived: true },
    ],
    ...content,
  },
  offices: [],
  relatedGuides: [],
  topics: [],
  ...changes,
});

export const signedIn = (token: string) => ({
  status: 201,
  body: { token, expiresAt: '2026-12-22T00:00:00.000Z', citizen: { maskedPhoneNumber: null, isStaff: false, joinedAt: '2026-11-22T00:00:00.000Z', privacyPolicyVersion: '1.0' } },
});

/** Storage that, like a device's, keeps copies and not objects. */
export const memoryStorage = (kept = new Map<string, string>()): DeviceStorage & { kept: Map<string, string> } => ({
  kept,
  read: (name) => {
    const text = kept.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  },
  write: (name, value) => void kept.set(name, JSON.stringify(value)),
  remove: (name) => void kept.delete(name),
});

export const miniProgram = (): MiniProgramDoor => {
  let codes = 0;
  return { kind: 'mini_program', deviceLabel: '演示手机', requestCode: async () => `code-${(codes += 1)}` };
};

/** A browser tab: `leftFor` is where it went, `reply` what the address brings back. */
export const browserTab = (changes: Partial<BrowserDoor> = {}) => {
  const tab = {
    departure: null as Departure | null,
    leftFor: null as string | null,
    reply: null as { code: string; state: string } | null,
  };
  const door: BrowserDoor = {
    kind: 'browser',
    deviceLabel: '电脑 · 浏览器',
    isInsideWeChat: false,
    newState: () => 'state-1',
    remember: (departure) => {
      tab.departure = departure;
    },
    departure: () => tab.departure,
    forget: () => {
      tab.departure = null;
    },
    takeReply: () => tab.reply,
    absoluteUrl: (path) => `http://localhost${path}`,
    leaveFor: (url) => {
      tab.leftFor = url;
    },
    ...changes,
  };
  return { tab, door };
};

/** The app's stores over a fake server that knows the site. */
export const openApp = (changes: Partial<Surroundings> = {}) => {
  const server = fakeServer();
  server.on('GET /site', () => ({ status: 200, body: aSite() }));
  const storage = memoryStorage();
  const signInPages: string[] = [];
  const stores = createRootStore({
    baseUrl: '',
    transport: server.transport,
    storage,
    door: miniProgram(),
    now: () => now,
    weChatTextFactor: 1,
    openSignInPage: (from) => signInPages.push(from),
    ...changes,
  });
  return { server, storage, stores, signInPages };
};

/** Lets everything that is under way and needs no answer go on. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
