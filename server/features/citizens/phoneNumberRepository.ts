import { createHash, timingSafeEqual } from 'node:crypto';
import type { Selectable } from 'kysely';
import { ApiError } from '../../apiError';
import type { Database, DatabaseTransaction } from '../../database/database';
import type { CitizensTable } from '../../database/tables';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { phoneNumberContext } from '../../presenters/citizenPresenter';

export const codeLifeMilliseconds = 10 * 60_000;
export const resendAfterMilliseconds = 60_000;
const attemptsPerCode = 5;

/** A code is worth something only together with its citizen and number, so all three are hashed. */
export function hashPhoneCode(encryption: FieldEncryption, citizenId: string, phoneNumber: string, code: string): Buffer {
  return createHash('sha256').update(encryption.blindIndex(`${citizenId}:${phoneNumber}:${code}`, 'phone_codes.code')).digest();
}

/** What proved a number, so that a phone which repeats the call because the answer got lost gets the same answer. */
export function hashProof(source: string, code: string): Buffer {
  return createHash('sha256').update(`${source}:${code}`).digest();
}

export async function findPhoneCode(db: Database, citizenId: string, phoneNumberIndex: string) {
  return db
    .selectFrom('phone_codes')
    .where('citizen_id', '=', citizenId)
    .where('phone_number_index', '=', phoneNumberIndex)
    .selectAll()
    .executeTakeFirst();
}

/** A new code replaces the one before it. */
export async function savePhoneCode(
  db: Database,
  code: { citizenId: string; phoneNumberIndex: string; hash: Buffer; now: Date },
): Promise<Date> {
  const expiresAt = new Date(code.now.getTime() + codeLifeMilliseconds);
  const values = { code_hash: code.hash, attempts_left: attemptsPerCode, sent_at: code.now, expires_at: expiresAt };
  await db
    .insertInto('phone_codes')
    .values({ citizen_id: code.citizenId, phone_number_index: code.phoneNumberIndex, ...values })
    .onConflict((conflict) => conflict.columns(['citizen_id', 'phone_number_index']).doUpdateSet(values))
    .execute();
  return expiresAt;
}

/**
 * Takes one attempt at a code, before looking whether it is right: many guesses at once cannot share an attempt.
 *
 * @throws ApiError `phone_code_expired`, `phone_code_incorrect`.
 */
export async function spendPhoneCode(db: Database, citizenId: string, phoneNumberIndex: string, hash: Buffer, now: Date): Promise<void> {
  const code = await db
    .updateTable('phone_codes')
    .set((eb) => ({ attempts_left: eb('attempts_left', '-', 1) }))
    .where('citizen_id', '=', citizenId)
    .where('phone_number_index', '=', phoneNumberIndex)
    .where('expires_at', '>', now)
    .where('attempts_left', '>', 0)
    .returning('code_hash')
    .executeTakeFirst();
  if (code === undefined) throw new ApiError('phone_code_expired');
  if (!timingSafeEqual(code.code_hash, hash)) {
    throw new ApiError('phone_code_incorrect', { fieldErrors: [{ field: 'body.code', message: '验证码不正确，请核对短信后重新输入。' }] });
  }
}

export async function deletePhoneCodes(db: Database, citizenId: string): Promise<void> {
  await db.deleteFrom('phone_codes').where('citizen_id', '=', citizenId).execute();
}

export async function savePhoneNumber(
  tx: DatabaseTransaction,
  encryption: FieldEncryption,
  citizenId: string,
  bound: { phoneNumber: string; proof: Buffer; now: Date },
): Promise<Selectable<CitizensTable>> {
  await deletePhoneCodes(tx, citizenId);
  return tx
    .updateTable('citizens')
    .set({
      phone_number_encrypted: encryption.encrypt(bound.phoneNumber, phoneNumberContext),
      phone_number_index: encryption.blindIndex(bound.phoneNumber, phoneNumberContext),
      phone_number_bound_at: bound.now,
      phone_number_proof: bound.proof,
    })
    .where('id', '=', citizenId)
    .returningAll()
    .executeTakeFirstOrThrow();
}
