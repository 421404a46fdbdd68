import type { Database, DatabaseTransaction } from '../../database/database';
import type { OwnSynonym } from './synonymListRules';

type Reader = Database | DatabaseTransaction;
const columns = ['phrase', 'official_terms as officialTerms'] as const;

/** All entries of this installation: staff type them one by one, they stay few. */
export async function findOwnSynonyms(db: Reader): Promise<OwnSynonym[]> {
  return db.selectFrom('search_synonyms').select(columns).execute();
}

export async function findOwnSynonym(db: Reader, phrase: string): Promise<OwnSynonym | undefined> {
  return db.selectFrom('search_synonyms').where('phrase', '=', phrase).select(columns).executeTakeFirst();
}

export async function lockOwnSynonym(tx: DatabaseTransaction, phrase: string): Promise<OwnSynonym | undefined> {
  return tx.selectFrom('search_synonyms').where('phrase', '=', phrase).select(columns).forUpdate().executeTakeFirst();
}

export async function putOwnSynonym(tx: DatabaseTransaction, { phrase, officialTerms }: OwnSynonym, now: Date): Promise<void> {
  await tx
    .insertInto('search_synonyms')
    .values({ phrase, official_terms: [...officialTerms], updated_at: now })
    .onConflict((conflict) => conflict.column('phrase').doUpdateSet({ official_terms: [...officialTerms], updated_at: now }))
    .execute();
}

export async function deleteOwnSynonym(tx: DatabaseTransaction, phrase: string): Promise<void> {
  await tx.deleteFrom('search_synonyms').where('phrase', '=', phrase).execute();
}
