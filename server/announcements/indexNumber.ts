import { sql } from 'kysely';
import type { DatabaseTransaction } from '../database/database';
import { dateInShanghai } from '../clock';

/** 云岫县公安局 → 云岫公安, 云岫县人民政府办公室 → 云岫政府办 */
export function shortBodyName(name: string): string {
  const short = name
    .replace(/（.*?）|\s/gu, '')
    .replace(/^([\p{Script=Han}]{2,4}?)[县市区旗]/u, '$1')
    .replace('人民政府', '政府')
    .replace(/办公室$/u, '办')
    .replace(/委员会$/u, '委')
    .replace(/(?<=.{3})[局厅]$/u, '');
  return short.slice(0, 30);
}

/**
 * The next free number of a body and year, for example 云岫公安-2026-0012. Others who want one of the same body wait until this
 * transaction ends; numbers that people gave by hand are passed over.
 */
export async function takeIndexNumber(tx: DatabaseTransaction, departmentName: string, now: Date): Promise<string> {
  const prefix = shortBodyName(departmentName);
  const year = Number(dateInShanghai(now).slice(0, 4));
  for (;;) {
    const { last_number: number } = await tx
      .insertInto('announcement_index_numbers')
      .values({ prefix, year, last_number: 1 })
      .onConflict((conflict) => conflict.columns(['prefix', 'year']).doUpdateSet({ last_number: sql`announcement_index_numbers.last_number + 1` }))
      .returning('last_number')
      .executeTakeFirstOrThrow();
    const indexNumber = `${prefix}-${year}-${String(number).padStart(4, '0')}`;
    const taken = await tx.selectFrom('announcements').where(sql`content ->> 'indexNumber'`, '=', indexNumber).select('id').executeTakeFirst();
    if (taken === undefined) return indexNumber;
  }
}
