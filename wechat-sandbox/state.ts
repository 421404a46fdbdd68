import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../server/clock';
import { AccessTokens } from './accessTokens';
import type { Account } from './accounts';
import { AdvanceableClock } from './clock';
import { Codes } from './codes';
import { openIdOf, type DemoCitizen } from './demoCitizens';
import { Faults } from './faults';
import { Quotas, type Limits } from './quotas';
import { SmsInbox } from './smsInbox';
import { WebTokens, type WebGrant } from './webTokens';

/** Who a login or phone code stands for, and the account it was made in. */
export interface CodeGrant {
  citizenId: string;
  appId: string;
}

export interface StateOptions {
  accounts: readonly Account[];
  citizens: readonly DemoCitizen[];
  limits: Limits;
  clock?: Clock;
}

/** Everything the sandbox knows. It lives in memory: a restart forgets tokens, codes and messages. */
export class SandboxState {
  readonly clock: AdvanceableClock;
  readonly accounts: readonly Account[];
  readonly citizens: readonly DemoCitizen[];
  readonly limits: Limits;
  readonly quotas: Quotas;
  readonly accessTokens: AccessTokens;
  readonly webTokens: WebTokens;
  readonly loginCodes: Codes<CodeGrant>;
  readonly phoneCodes: Codes<CodeGrant>;
  readonly oauthCodes: Codes<WebGrant>;
  readonly faults = new Faults();
  readonly smsInbox: SmsInbox;
  /** Key: openid. WeChat keeps one session key a user and mini-program. */
  readonly sessionKeys = new Map<string, string>();
  /** Citizen id → since when (seconds since 1970) they follow the official account. */
  readonly followers = new Map<string, number>();
  /** The citizen as whom codes made by WeChat DevTools are accepted; null: they are refused. */
  acceptForeignCodes: string | null = null;

  constructor(options: StateOptions) {
    this.clock = new AdvanceableClock(options.clock);
    this.accounts = options.accounts;
    this.citizens = options.citizens;
    this.limits = options.limits;
    this.quotas = new Quotas(this.clock);
    this.accessTokens = new AccessTokens(this.clock, this.quotas, this.limits);
    this.webTokens = new WebTokens(this.clock);
    this.loginCodes = new Codes<CodeGrant>(this.clock, mintCode);
    this.phoneCodes = new Codes<CodeGrant>(this.clock, () => randomBytes(32).toString('hex'));
    this.oauthCodes = new Codes<WebGrant>(this.clock, mintCode);
    this.smsInbox = new SmsInbox(this.clock);
    for (const citizen of this.citizens) if (citizen.followsAtStart) this.followers.set(citizen.id, this.nowSeconds());
  }

  nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }

  findAccount(appId: string): Account | undefined {
    return this.accounts.find((account) => account.appId === appId);
  }

  findAccountByKey(key: string): Account | undefined {
    return this.accounts.find((account) => account.key === key);
  }

  findCitizen(id: string): DemoCitizen | undefined {
    return this.citizens.find((citizen) => citizen.id === id);
  }

  findCitizenByOpenId(openId: string, account: Account): DemoCitizen | undefined {
    return this.citizens.find((citizen) => openIdOf(citizen, account) === openId);
  }
}

const codeAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 32 letters and digits beginning with 0, as wx.login and the authorisation page give them. */
function mintCode(): string {
  return `0${Array.from({ length: 31 }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length))).join('')}`;
}
