import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Insertable, Selectable } from 'kysely';
import type { Database, DatabaseTransaction } from '../../database/database';
import type { ConfirmationRequestsTable } from '../../database/tables/confirmations';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { browserInWords } from './browserWords';
import { newCode, newNumber, requestMilliseconds } from './confirmationRules';

export type RequestRow = Selectable<ConfirmationRequestsTable>;

/** Two requests of one code within a day: once in hundreds of thousands of days, and then another is drawn. */
const mostDraws = 10;

export const codeIndex = (encryption: FieldEncryption, code: string): string => encryption.blindIndex(code, 'confirmation_requests.code');

/** What is known of the browser or phone that asks. */
export function originOf(app: FastifyInstance, request: FastifyRequest): Pick<RequestRow, 'browser' | 'client_address' | 'asked_at' | 'expires_at'> {
  const now = app.clock.now();
  return {
    browser: browserInWords(request.headers['user-agent']),
    client_address: request.ip,
    asked_at: now,
    expires_at: new Date(now.getTime() + requestMilliseconds),
  };
}

/**
 * Adds a request that waits for the phone. A call whose answer was lost is simply made again: the request before it waits for
 * nobody, and ends.
 */
export async function addRequest(
  { app, request }: { app: FastifyInstance; request: FastifyRequest },
  about: Pick<Insertable<ConfirmationRequestsTable>, 'kind' | 'act' | 'asked_by' | 'session_id' | 'secret_hash'>,
): Promise<{ id: string; code: string; number: number; expiresAt: string }> {
  const origin = originOf(app, request);
  const number = newNumber();
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const id = randomUUID();
    const code = newCode();
    const { numInsertedOrUpdatedRows } = await app.db
      .insertInto('confirmation_requests')
      .values({ id, ...about, code_index: codeIndex(app.encryption, code), number, ...origin })
      .onConflict((conflict) => conflict.column('code_index').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return { id, code, number, expiresAt: origin.expires_at.toISOString() };
  }
  throw new Error('no free code was found');
}

export function findRequest(db: Database | DatabaseTransaction, id: string): Promise<RequestRow | undefined> {
  return db.selectFrom('confirmation_requests').where('id', '=', id).selectAll().executeTakeFirst();
}

/** Waits for whoever decides about the same request, and then sees what they decided. */
export function lockRequest(tx: DatabaseTransaction, id: string): Promise<RequestRow | undefined> {
  return tx.selectFrom('confirmation_requests').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
}

/** Only while the request lasts: afterwards the eight digits lead nowhere. */
export function findRequestByCode(db: Database, index: string, now: Date): Promise<RequestRow | undefined> {
  return db.selectFrom('confirmation_requests').where('code_index', '=', index).where('expires_at', '>', now).selectAll().executeTakeFirst();
}

export async function markScanned(db: Database, row: RequestRow, now: Date): Promise<RequestRow> {
  if (row.scanned_at !== null || row.decision !== null) return row;
  await db.updateTable('confirmation_requests').set({ scanned_at: now }).where('id', '=', row.id).where('scanned_at', 'is', null).execute();
  return { ...row, scanned_at: now };
}
