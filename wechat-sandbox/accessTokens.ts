import { randomBytes } from 'node:crypto';
import type { Clock } from '../server/clock';
import type { Limits, Quotas } from './quotas';

const lifeSeconds = 7_200;
/** How long the former token goes on working beside its successor. */
const overlapSeconds = 300;
const secondsBetweenForcedRefreshes = 30;
/** Dead tokens are remembered for a day, so that the refusal can say why. */
const memorySeconds = 86_400;

interface IssuedToken {
  token: string;
  appId: string;
  /** Seconds since 1970. */
  expiresAt: number;
  /** Set when a newer token took its place: from then on it is "not the latest". */
  worksUntil?: number;
}

export interface TokenReply {
  access_token: string;
  expires_in: number;
}

export type TokenLookup = { status: 'unknown' | 'superseded' | 'expired' } | { status: 'good'; appId: string };

/** Tokens for the server API. `/cgi-bin/token` and `/cgi-bin/stable_token` each keep their own; neither touches the other's. */
export class AccessTokens {
  private readonly issued = new Map<string, IssuedToken>();
  private readonly latestPlain = new Map<string, IssuedToken>();
  private readonly latestStable = new Map<string, IssuedToken>();
  private readonly forcedAt = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly quotas: Quotas,
    private readonly limits: Limits,
  ) {}

  /** Always a new token; the former one works for five minutes more. */
  issuePlain(appId: string): TokenReply {
    return this.replace(this.latestPlain, appId, overlapSeconds);
  }

  /** The present token with its remaining seconds, or a new one in its last five minutes. */
  getStable(appId: string): TokenReply {
    const current = this.latestStable.get(appId);
    const remaining = current === undefined ? 0 : current.expiresAt - this.nowSeconds();
    if (current !== undefined && remaining >= overlapSeconds) return { access_token: current.token, expires_in: remaining };
    return this.replace(this.latestStable, appId, overlapSeconds);
  }

  /** Kills the present token at once; beyond 20 a day or within 30 seconds nothing is refreshed and the present one is answered. */
  forceStable(appId: string): TokenReply {
    const last = this.forcedAt.get(appId);
    const tooSoon = last !== undefined && this.nowSeconds() - last < secondsBetweenForcedRefreshes;
    if (tooSoon || !this.quotas.take(`forced:${appId}`, this.limits.forcedRefreshesPerDay, 'day')) return this.getStable(appId);
    this.forcedAt.set(appId, this.nowSeconds());
    return this.replace(this.latestStable, appId, 0);
  }

  find(token: string): TokenLookup {
    const entry = this.issued.get(token);
    if (entry === undefined) return { status: 'unknown' };
    const now = this.nowSeconds();
    if (entry.worksUntil !== undefined) return now < entry.worksUntil ? { status: 'good', appId: entry.appId } : { status: 'superseded' };
    return now < entry.expiresAt ? { status: 'good', appId: entry.appId } : { status: 'expired' };
  }

  private replace(latest: Map<string, IssuedToken>, appId: string, overlap: number): TokenReply {
    const now = this.nowSeconds();
    this.forgetBefore(now - memorySeconds);
    const former = latest.get(appId);
    // One that had already run out stays dead: the overlap is no second life.
    if (former !== undefined && former.expiresAt > now) former.worksUntil = now + overlap;
    const token: IssuedToken = { token: mintToken(), appId, expiresAt: now + lifeSeconds };
    latest.set(appId, token);
    this.issued.set(token.token, token);
    return { access_token: token.token, expires_in: lifeSeconds };
  }

  private forgetBefore(instant: number): void {
    for (const [token, entry] of this.issued) if (entry.expiresAt < instant) this.issued.delete(token);
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }
}

/** 203 characters: WeChat's are longer than most columns, and it asks for room for 512. */
function mintToken(): string {
  return `85_${randomBytes(150).toString('base64url')}`;
}
