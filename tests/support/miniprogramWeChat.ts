import { callJson, sendHttp } from './miniprogramHttp';
import type { Phone } from './miniprogramPhone';

interface Callbacks<Result> {
  success?: (result: Result) => void;
  fail?: (failure: { errMsg: string }) => void;
  complete?: (result: Result | { errMsg: string }) => void;
}

interface RequestAnswer {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
}

interface RequestOptions extends Callbacks<RequestAnswer> {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string;
  timeout?: number;
  dataType?: string;
}

type Settle = <Result extends object>(name: string, options: Callbacks<Result> | undefined, act: () => Result | Promise<Result>) => void;

/**
 * The part of WeChat's client that the app uses, and nothing else: a function that is missing here fails loudly.
 * Network and sign-in are real; what WeChat would draw is noted on the phone.
 */
export function weChatApi(phone: Phone): Record<string, unknown> {
  /** WeChat answers through callbacks, never before the call returns. */
  const settle: Settle = (name, options, act) => {
    phone.pending += 1;
    Promise.resolve()
      .then(act)
      .then(
        (result) => {
          const answer = { errMsg: `${name}:ok`, ...result };
          options?.success?.(answer);
          options?.complete?.(answer);
        },
        (error: unknown) => {
          const failure = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` };
          options?.fail?.(failure);
          options?.complete?.(failure);
        },
      )
      .finally(() => (phone.pending -= 1));
  };
  const page = (name: string, act: (options: { url: string; delta?: number }) => void): [string, unknown] => [
    name,
    (options: { url: string; delta?: number } & Callbacks<object>) =>
      settle(name, options, () => {
        act(options);
        return {};
      }),
  ];
  return {
    ...storageApi(phone.storage),
    request: (options: RequestOptions) => {
      settle('request', options, () => request(phone, options));
      return { abort: () => undefined };
    },
    login: (options?: Callbacks<{ code: string }>) => {
      phone.logins += 1;
      settle('login', options, () => callJson<{ code: string }>('POST', `${phone.sandboxAddress}/sandbox/login-codes`, { body: { citizenId: phone.citizenId } }));
    },
    ...Object.fromEntries([
      page('navigateTo', ({ url }) => phone.stack.navigateTo(url)),
      page('redirectTo', ({ url }) => phone.stack.redirectTo(url)),
      page('switchTab', ({ url }) => phone.stack.switchTab(url)),
      page('navigateBack', ({ delta }) => phone.stack.navigateBack(delta)),
    ]),
    setNavigationBarTitle: (options: { title: string } & Callbacks<object>) =>
      settle('setNavigationBarTitle', options, () => {
        phone.page.title = options.title;
        return {};
      }),
    showToast: (options: { title: string } & Callbacks<object>) =>
      settle('showToast', options, () => {
        phone.toasts.push(options.title);
        return {};
      }),
    pageScrollTo: (options?: Callbacks<object>) => settle('pageScrollTo', options, () => ({})),
    stopPullDownRefresh: (options?: Callbacks<object>) => settle('stopPullDownRefresh', options, () => ({})),
    openLocation: (options: { latitude: number; longitude: number; name: string } & Callbacks<object>) =>
      settle('openLocation', options, () => {
        phone.placesOpened.push(options.name);
        return {};
      }),
    setClipboardData: (options: { data: string } & Callbacks<object>) =>
      settle('setClipboardData', options, () => {
        phone.clipboard = options.data;
        return {};
      }),
    downloadFile: (options: { url: string } & Callbacks<{ statusCode: number; tempFilePath: string }>) => settle('downloadFile', options, () => downloadFile(phone, options.url)),
    openDocument: (options: { filePath: string; fileType: string } & Callbacks<object>) => settle('openDocument', options, () => openFile(phone, options.fileType, options.filePath)),
    previewImage: (options: { urls: string[] } & Callbacks<object>) => settle('previewImage', options, () => openFile(phone, 'picture', options.urls[0] ?? '')),
    makePhoneCall: (options: { phoneNumber: string } & Callbacks<object>) => settle('makePhoneCall', options, () => ({})),
    nextTick: (act: () => void) => setTimeout(act),
    // Nothing is asked of WeChat here that it would stop for the person's consent.
    onNeedPrivacyAuthorization: () => undefined,
    getAppBaseInfo: () => ({ fontSizeScaleFactor: 1, theme: 'light' }),
    getDeviceInfo: () => ({ brand: '演示', model: '手机' }),
  };
}

/** WeChat keeps copies of values, and gives an empty text for what it does not have. */
function storageApi(storage: Map<string, string>): Record<string, unknown> {
  return {
    getStorageSync: (key: string): unknown => {
      const text = storage.get(key);
      return text === undefined ? '' : (JSON.parse(text) as unknown);
    },
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
  };
}

/** Where a fetched file lies; the rest of the path is where it came from. */
const temporaryFolder = 'wxfile://tmp';

async function downloadFile(phone: Phone, url: string): Promise<{ statusCode: number; tempFilePath: string }> {
  const { pathname } = new URL(url);
  const { status } = await sendHttp({ method: 'GET', url: `${phone.serverAddress}${pathname}` });
  return { statusCode: status, tempFilePath: `${temporaryFolder}${pathname}` };
}

function openFile(phone: Phone, kind: string, path: string): object {
  if (!path.startsWith(temporaryFolder)) throw new Error('file not found');
  phone.filesOpened.push({ kind, from: path.slice(temporaryFolder.length) });
  return {};
}

/** The app's server address is fixed when it is built; here the path goes to wherever the test's server listens. */
async function request(phone: Phone, { url, method = 'GET', header = {}, data, timeout, dataType = 'json' }: RequestOptions): Promise<RequestAnswer> {
  const { pathname, search } = new URL(url);
  const sent = { call: `${method} ${pathname}`, status: 0, token: header['authorization']?.replace('Bearer ', '') ?? null };
  phone.requests.push(sent);
  const reply = await sendHttp({ method, url: `${phone.serverAddress}${pathname}${search}`, headers: header, body: data, ...(timeout === undefined ? {} : { timeoutMs: timeout }) });
  sent.status = reply.status;
  return { data: dataType === 'json' && reply.text !== '' ? (JSON.parse(reply.text) as unknown) : reply.text, statusCode: reply.status, header: reply.headers };
}
