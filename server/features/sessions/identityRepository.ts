import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../database/database';

/** One WeChat account of a person, as WeChat names it to one of our apps. */
export interface WeChatIdentity {
  appId: string;
  openId: string;
  /** The same for all apps bound to one Open Platform account; absent while an app is not bound. */
  unionId: string | undefined;
}

/**
 * Finds or creates the citizen behind a WeChat identity, and makes two citizens one when WeChat's unionid
 * shows that they are the same person, also when the unionid appears only later.
 *
 * @returns the citizen's id.
 */
export async function resolveCitizen(tx: DatabaseTransaction, identity: WeChatIdentity, now: Date): Promise<string> {
  await lockPerson(tx, identity);
  const byIdentity = await tx
    .selectFrom('wechat_identities')
    .innerJoin('citizens', 'citizens.id', 'wechat_identities.citizen_id')
    .where('app_id', '=', identity.appId)
    .where('open_id', '=', identity.openId)
    .select(['citizens.id', 'citizens.union_id'])
    .executeTakeFirst();
  const byUnion =
    identity.unionId === undefined
      ? undefined
      : await tx.selectFrom('citizens').where('union_id', '=', identity.unionId).select('id').executeTakeFirst();

  if (byIdentity === undefined) return addIdentity(tx, identity, byUnion?.id, now);
  if (identity.unionId === undefined || byIdentity.union_id === identity.unionId) return byIdentity.id;
  if (byUnion === undefined) {
    await tx.updateTable('citizens').set({ union_id: identity.unionId }).where('id', '=', byIdentity.id).execute();
    return byIdentity.id;
  }
  if (byIdentity.union_id === null) {
    await mergeCitizens(tx, { from: byIdentity.id, into: byUnion.id });
    return byUnion.id;
  }
  // This identity now belongs to another unionid that we know: it follows WeChat, the rest of its former citizen stays.
  await tx
    .updateTable('wechat_identities')
    .set({ citizen_id: byUnion.id })
    .where('app_id', '=', identity.appId)
    .where('open_id', '=', identity.openId)
    .execute();
  return byUnion.id;
}

/** Two phones may sign in the same new person at once: the second waits and then finds what the first made. */
async function lockPerson(tx: DatabaseTransaction, identity: WeChatIdentity): Promise<void> {
  const names = [`identity:${identity.appId}:${identity.openId}`, ...(identity.unionId === undefined ? [] : [`union:${identity.unionId}`])];
  // Always in the same order, so that two such transactions cannot wait for each other.
  for (const name of names.sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

async function addIdentity(tx: DatabaseTransaction, identity: WeChatIdentity, known: string | undefined, now: Date): Promise<string> {
  const citizenId =
    known ??
    (
      await tx
        .insertInto('citizens')
        .values({ union_id: identity.unionId ?? null, created_at: now })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  await tx
    .insertInto('wechat_identities')
    .values({ app_id: identity.appId, open_id: identity.openId, citizen_id: citizenId, created_at: now })
    .execute();
  return citizenId;
}

/** Moves everything of one citizen to the other: both were the same person all along. */
async function mergeCitizens(tx: DatabaseTransaction, { from, into }: { from: string; into: string }): Promise<void> {
  await tx.updateTable('wechat_identities').set({ citizen_id: into }).where('citizen_id', '=', from).execute();
  await tx.updateTable('sessions').set({ citizen_id: into }).where('citizen_id', '=', from).execute();
  await tx
    .insertInto('favourites')
    .columns(['citizen_id', 'guide_id', 'created_at'])
    .expression(
      tx
        .selectFrom('favourites')
        .where('citizen_id', '=', from)
        .select([sql<string>`${into}::uuid`.as('citizen_id'), 'guide_id', 'created_at']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`
    update announcement_favourites gone set citizen_id = ${into} where citizen_id = ${from}
      and not exists (select from announcement_favourites kept where kept.citizen_id = ${into} and kept.announcement_id = gone.announcement_id)`.execute(tx);
  await mergeFollowsAndNotices(tx, { from, into });
  // A staff record goes with its person; who has two keeps that of the account that stays.
  await sql`
    update staff_members set citizen_id = ${into}
    where citizen_id = ${from} and not exists (select from staff_members kept where kept.citizen_id = ${into})`.execute(tx);
  // The phone number bound last is the one in use; the earlier date of joining is the true one.
  await sql`
    update citizens kept set
      phone_number_encrypted = gone.phone_number_encrypted,
      phone_number_index = gone.phone_number_index,
      phone_number_bound_at = gone.phone_number_bound_at,
      phone_number_proof = gone.phone_number_proof
    from citizens gone
    where kept.id = ${into} and gone.id = ${from}
      and gone.phone_number_bound_at > coalesce(kept.phone_number_bound_at, '-infinity')`.execute(tx);
  await sql`
    update citizens kept set created_at = least(kept.created_at, gone.created_at)
    from citizens gone where kept.id = ${into} and gone.id = ${from}`.execute(tx);
  await tx.deleteFrom('citizens').where('id', '=', from).execute();
}

/** What the account that stays has already, it keeps. */
async function mergeFollowsAndNotices(tx: DatabaseTransaction, { from, into }: { from: string; into: string }): Promise<void> {
  await sql`
    update department_follows gone set citizen_id = ${into} where citizen_id = ${from}
      and not exists (select from department_follows kept where kept.citizen_id = ${into} and kept.department_id = gone.department_id)`.execute(tx);
  await sql`
    update topic_follows gone set citizen_id = ${into} where citizen_id = ${from}
      and not exists (select from topic_follows kept where kept.citizen_id = ${into} and kept.topic = gone.topic)`.execute(tx);
  await sql`
    update outbox_deliveries gone set citizen_id = ${into} where citizen_id = ${from}
      and not exists (select from outbox_deliveries kept where kept.citizen_id = ${into} and kept.channel = gone.channel and kept.key = gone.key)`.execute(tx);
  await sql`
    update inbox_notices gone set citizen_id = ${into} where citizen_id = ${from}
      and not exists (select from inbox_notices kept where kept.citizen_id = ${into} and kept.key = gone.key)`.execute(tx);
}
