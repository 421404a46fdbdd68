import type { FastifyRequest } from 'fastify';
import { ApiError } from '../apiError';
import type { RateLimits } from '../rateLimits/rateLimits';
import type { CitizenSession } from './authentication';

/** At most `limit` calls of an endpoint in `windowSeconds`, counted per address or per citizen. */
export interface RateLimit {
  per: 'address' | 'citizen';
  limit: number;
  windowSeconds: number;
}

/**
 * Counts one call against all of an endpoint's limits.
 *
 * @throws ApiError `rate_limited` with the seconds to wait.
 */
export async function countCall(
  rateLimits: RateLimits,
  operation: string,
  limits: readonly RateLimit[],
  request: FastifyRequest,
  citizen: CitizenSession | undefined,
): Promise<void> {
  const takes = limits.map((rule) => ({
    key: `${operation}:${rule.per}:${rule.per === 'address' ? request.ip : (citizen?.citizenId ?? request.ip)}:${rule.windowSeconds}`,
    rule,
  }));
  const outcome = await rateLimits.takeAll(takes);
  if (!outcome.allowed) throw new ApiError('rate_limited', { retryAfterSeconds: outcome.retryAfterSeconds });
}
