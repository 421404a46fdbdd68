import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SettableClock, type Clock } from '../../../server/clock';
import type { DatabasePool } from '../../../server/database/pool';
import { FieldEncryption, parseBlindIndexSecret, parseKeys } from '../../../server/encryption/fieldEncryption';
import { openWeChatClient, type WeChatClient, type WeChatConfig, type WeChatLog } from '../../../server/wechat/weChatClient';
import { WeChatError } from '../../../server/wechat/weChatError';
import { demoMiniProgram, demoOfficialAccount } from '../../../wechat-sandbox/accounts';
import { testSecrets } from '../../support/testSecrets';

export interface FakeWeChat {
  url: string;
  /** Path and query of every request, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** A server that answers exactly as a test wants; `count` is how many requests there were with this one. */
export async function startFakeWeChat(answer: (response: ServerResponse, count: number, request: IncomingMessage) => void): Promise<FakeWeChat> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    request.resume();
    request.on('end', () => answer(response, requests.length, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface KeptLog extends WeChatLog {
  lines: { level: 'info' | 'warn' | 'error'; details: object; message: string }[];
}

export function keepLog(): KeptLog {
  const lines: KeptLog['lines'] = [];
  const at = (level: 'info' | 'warn' | 'error') => (details: object, message: string) => void lines.push({ level, details, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export const fieldEncryption = new FieldEncryption({
  algorithm: 'aes-256-gcm',
  keys: parseKeys(testSecrets.FIELD_ENCRYPTION_KEYS),
  blindIndexSecret: parseBlindIndexSecret(testSecrets.BLIND_INDEX_SECRET),
});

export interface OpenedClient {
  client: WeChatClient;
  log: KeptLog;
}

export function openClient(pool: DatabasePool, url: string, given: Partial<WeChatConfig> = {}, clock: Clock = new SettableClock()): OpenedClient {
  const log = keepLog();
  const config: WeChatConfig = {
    apiBaseUrl: url,
    oauthBaseUrl: url,
    timeoutMilliseconds: 10_000,
    miniProgram: { appId: demoMiniProgram.appId, secret: demoMiniProgram.secret },
    officialAccount: { appId: demoOfficialAccount.appId, secret: demoOfficialAccount.secret },
    ...given,
  };
  return { client: openWeChatClient({ config, pool, clock, log, encryption: fieldEncryption }), log };
}

/** The error of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<WeChatError> {
  const outcome = await call.then(
    () => new Error('the call succeeded'),
    (error: unknown) => error,
  );
  if (outcome instanceof WeChatError) return outcome;
  throw outcome;
}

/** For tests that never get as far as the database. */
export const noPool: DatabasePool = {
  engine: 'pglite',
  query: () => Promise.reject(new Error('the database was used')),
  connect: () => Promise.reject(new Error('the database was used')),
  end: () => Promise.resolve(),
  openListener: () => Promise.reject(new Error('the database was used')),
};
