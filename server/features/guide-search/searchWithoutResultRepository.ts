import { sql } from 'kysely';
import { dateInShanghai } from '../../clock';
import type { Database } from '../../database/database';
import { withoutNumbers } from './searchWithoutResultRules';

/** Counts a search that found nothing, for the day; who asked is not known here, and numbers that could tell are taken out. */
export async function countSearchWithoutResult(db: Database, query: string, now: Date): Promise<void> {
  const kept = withoutNumbers(query);
  if (kept === '') return;
  await db
    .insertInto('searches_without_result')
    .values({ searched_on: dateInShanghai(now), query: kept, times: 1 })
    .onConflict((conflict) => conflict.columns(['searched_on', 'query']).doUpdateSet({ times: sql`searches_without_result.times + 1` }))
    .execute();
}
