/** AppID and AppSecret of one account, as WeChat's console shows them. */
export interface AccountCredentials {
  appId: string;
  secret: string;
}

export interface WeChatConfig {
  /** https://api.weixin.qq.com, a gateway with a path of its own, or the sandbox. */
  apiBaseUrl: string;
  /** The authorisation page is on another host than the API: https://open.weixin.qq.com. */
  oauthBaseUrl: string;
  /** An outbound HTTP proxy; user and password may be in the address. */
  proxyUrl?: string;
  /** For one call with all its repetitions. */
  timeoutMilliseconds: number;
  miniProgram?: AccountCredentials;
  officialAccount?: AccountCredentials;
}

/** An account and the beginning of its settings' names, which the log shows to whoever must correct them. */
export interface Account extends AccountCredentials {
  settings: 'WECHAT_MINI_PROGRAM' | 'WECHAT_OFFICIAL_ACCOUNT';
}

export interface WeChatLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What FieldEncryption offers of this. */
export interface ValueEncryption {
  encrypt(plaintext: string, context: string): string;
  decrypt(text: string, context: string): string;
}
