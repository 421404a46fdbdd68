export type AccountKind = 'mini_program' | 'official_account';

/** Where an account's owner wants messages pushed, as set in WeChat's console. */
export interface CallbackSettings {
  url: string;
  /** 3 to 32 letters and digits. */
  token: string;
  /** EncodingAESKey, 43 letters and digits. */
  aesKey: string;
  /** A mini-program's owner may choose JSON; an official account always gets XML. */
  format: 'xml' | 'json';
}

export interface Account {
  /** How the control API names it. */
  key: string;
  kind: AccountKind;
  /** 名称 */
  name: string;
  appId: string;
  /** 原始 ID: `gh_` and twelve hexadecimal digits. */
  originalId: string;
  /** 32 hexadecimal digits. */
  secret: string;
  /** Bound to the demo's Open Platform account: its users then have a unionid. */
  boundToOpenPlatform: boolean;
  callback?: CallbackSettings;
  /** 网页授权域名; with a port only where the redirect's port must be that one too. */
  oauthHost?: string;
}

export const demoMiniProgram: Account = {
  key: 'mini_program',
  kind: 'mini_program',
  name: '云岫政务小程序',
  appId: 'wx5a1d0c0e7e570001',
  originalId: 'gh_5a1d0c0e0001',
  secret: '5a1d0c0e00000000000000000000aa01',
  boundToOpenPlatform: true,
  callback: {
    url: 'http://127.0.0.1:3000/api/v1/wechat-callbacks/mini-program',
    token: 'sandboxMiniProgram',
    aesKey: 'sandboxMiniProgramEncodingAESKey01234047890',
    format: 'xml',
  },
};

export const demoOfficialAccount: Account = {
  key: 'official_account',
  kind: 'official_account',
  name: '云岫发布',
  appId: 'wx5a1d0c0e7e570002',
  originalId: 'gh_5a1d0c0e0002',
  secret: '5a1d0c0e00000000000000000000aa02',
  boundToOpenPlatform: true,
  callback: {
    url: 'http://127.0.0.1:3000/api/v1/wechat-callbacks/official-account',
    token: 'sandboxOfficialAccount',
    aesKey: 'sandboxOfficialAccountEncodingAESKey0123404',
    format: 'xml',
  },
  oauthHost: '127.0.0.1',
};

/** Another county's mini-program: it exists so that its codes can be refused. */
export const foreignMiniProgram: Account = {
  key: 'foreign_mini_program',
  kind: 'mini_program',
  name: '邻县的小程序',
  appId: 'wx5a1d0c0e7e5700ff',
  originalId: 'gh_5a1d0c0e00ff',
  secret: '5a1d0c0e00000000000000000000aaff',
  boundToOpenPlatform: false,
};

export const demoAccounts: readonly Account[] = [demoMiniProgram, demoOfficialAccount, foreignMiniProgram];
