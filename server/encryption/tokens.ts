import { createHash, randomBytes } from 'node:crypto';

/** The token itself is nowhere kept: the database has its hash only. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** 43 characters that nobody guesses. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
