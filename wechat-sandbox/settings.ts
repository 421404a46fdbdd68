import { demoMiniProgram, demoOfficialAccount, foreignMiniProgram, type Account } from './accounts';
import type { SandboxOptions } from './sandbox';

/** A setting is wrong; the message is a Chinese sentence for whoever starts the sandbox. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

export interface SandboxSettings {
  host: string;
  port: number;
  options: SandboxOptions;
}

/**
 * Reads SANDBOX_HOST, SANDBOX_PORT, SANDBOX_SMS_TOKEN, SANDBOX_OAUTH_HOST and, for each of SANDBOX_MINI_PROGRAM and
 * SANDBOX_OFFICIAL_ACCOUNT, `_APP_ID`, `_SECRET`, `_CALLBACK_URL`, `_CALLBACK_TOKEN`, `_CALLBACK_AES_KEY`;
 * for the mini-program also `_CALLBACK_FORMAT`. Whatever is not set is that of the demo.
 *
 * @throws SettingsError
 */
export function readSettings(environment: NodeJS.ProcessEnv): SandboxSettings {
  const read = (name: string, fallback: string, shape: RegExp): string => {
    const value = environment[name];
    if (value === undefined || value === '') return fallback;
    if (!shape.test(value)) throw new SettingsError(`${name} 的值不正确：${value}`);
    return value;
  };
  const readAccount = (prefix: string, demo: Account): Account => ({
    ...demo,
    appId: read(`${prefix}_APP_ID`, demo.appId, /^[A-Za-z0-9_-]{6,40}$/),
    secret: read(`${prefix}_SECRET`, demo.secret, /^\S+$/),
    ...(demo.callback === undefined
      ? {}
      : {
          callback: {
            url: read(`${prefix}_CALLBACK_URL`, demo.callback.url, /^https?:\/\/\S+$/),
            token: read(`${prefix}_CALLBACK_TOKEN`, demo.callback.token, /^[A-Za-z0-9]{3,32}$/),
            aesKey: read(`${prefix}_CALLBACK_AES_KEY`, demo.callback.aesKey, /^[A-Za-z0-9]{43}$/),
            format: demo.kind === 'mini_program' && read(`${prefix}_CALLBACK_FORMAT`, 'xml', /^(xml|json)$/) === 'json' ? 'json' : 'xml',
          },
        }),
  });
  const port = Number(read('SANDBOX_PORT', '3001', /^\d{1,5}$/));
  if (port > 65_535) throw new SettingsError(`SANDBOX_PORT 的值不正确：${port}`);
  const smsToken = read('SANDBOX_SMS_TOKEN', '', /^\S+$/);
  return {
    host: read('SANDBOX_HOST', '127.0.0.1', /^\S+$/),
    port,
    options: {
      accounts: [
        readAccount('SANDBOX_MINI_PROGRAM', demoMiniProgram),
        { ...readAccount('SANDBOX_OFFICIAL_ACCOUNT', demoOfficialAccount), oauthHost: read('SANDBOX_OAUTH_HOST', '127.0.0.1', /^[A-Za-z0-9.:[\]-]+$/) },
        foreignMiniProgram,
      ],
      ...(smsToken === '' ? {} : { smsToken }),
    },
  };
}
