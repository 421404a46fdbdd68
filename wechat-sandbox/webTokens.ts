import { randomBytes } from 'node:crypto';
import type { Clock } from '../server/clock';

const accessLifeSeconds = 7_200;
/** Thirty days: widely told, and in no page that could be checked. */
const refreshLifeSeconds = 30 * 86_400;

export type OAuthScope = 'snsapi_base' | 'snsapi_userinfo';

/** What a person allowed a web page of one official account. */
export interface WebGrant {
  citizenId: string;
  appId: string;
  scope: OAuthScope;
}

export type WebTokenLookup = { status: 'unknown' | 'expired' } | { status: 'good'; grant: WebGrant };

/** Tokens of web authorisation (sns/oauth2): they belong to a person and have nothing to do with the API's tokens. */
export class WebTokens {
  private readonly access = new Map<string, { grant: WebGrant; expiresAt: number }>();
  private readonly refresh = new Map<string, { grant: WebGrant; expiresAt: number }>();

  constructor(private readonly clock: Clock) {}

  issue(grant: WebGrant): { access_token: string; expires_in: number; refresh_token: string } {
    const refreshToken = mint();
    this.refresh.set(refreshToken, { grant, expiresAt: this.now() + refreshLifeSeconds * 1_000 });
    return { ...this.issueAccess(grant), refresh_token: refreshToken };
  }

  issueAccess(grant: WebGrant): { access_token: string; expires_in: number } {
    const accessToken = mint();
    this.access.set(accessToken, { grant, expiresAt: this.now() + accessLifeSeconds * 1_000 });
    return { access_token: accessToken, expires_in: accessLifeSeconds };
  }

  findAccess(token: string): WebTokenLookup {
    return this.find(this.access, token);
  }

  findRefresh(token: string): WebTokenLookup {
    return this.find(this.refresh, token);
  }

  private find(tokens: ReadonlyMap<string, { grant: WebGrant; expiresAt: number }>, token: string): WebTokenLookup {
    const entry = tokens.get(token);
    if (entry === undefined) return { status: 'unknown' };
    return this.now() < entry.expiresAt ? { status: 'good', grant: entry.grant } : { status: 'expired' };
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function mint(): string {
  return `85_${randomBytes(66).toString('base64url')}`;
}
