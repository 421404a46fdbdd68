import { demoMiniProgram, demoOfficialAccount } from '../../wechat-sandbox/accounts';
import { testSecrets } from './testSecrets';

export const smsToken = 'sms-token-of-the-tests';

/** The settings a server needs to take the sandbox for WeChat. */
export function sandboxSettings(sandboxAddress: string): Record<string, string> {
  return {
    ...testSecrets,
    WECHAT_API_BASE_URL: sandboxAddress,
    WECHAT_OAUTH_BASE_URL: sandboxAddress,
    WECHAT_OAUTH_OUTSIDE_WECHAT: 'true',
    WECHAT_MINI_PROGRAM_APP_ID: demoMiniProgram.appId,
    WECHAT_MINI_PROGRAM_SECRET: demoMiniProgram.secret,
    WECHAT_MINI_PROGRAM_CALLBACK_TOKEN: demoMiniProgram.callback?.token ?? '',
    WECHAT_MINI_PROGRAM_CALLBACK_AES_KEY: demoMiniProgram.callback?.aesKey ?? '',
    WECHAT_OFFICIAL_ACCOUNT_APP_ID: demoOfficialAccount.appId,
    WECHAT_OFFICIAL_ACCOUNT_SECRET: demoOfficialAccount.secret,
    WECHAT_OFFICIAL_ACCOUNT_CALLBACK_TOKEN: demoOfficialAccount.callback?.token ?? '',
    WECHAT_OFFICIAL_ACCOUNT_CALLBACK_AES_KEY: demoOfficialAccount.callback?.aesKey ?? '',
    SMS_WEBHOOK_URL: `${sandboxAddress}/sms`,
    SMS_WEBHOOK_TOKEN: smsToken,
    LOG_LEVEL: 'silent',
  };
}
