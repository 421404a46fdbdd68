import type { Database } from '../../database/database';

export async function insertFollower(db: Database, follower: { appId: string; openId: string; followedAt: Date }): Promise<number> {
  const { id } = await db
    .insertInto('followers')
    .values({ app_id: follower.appId, open_id: follower.openId, union_id: null, followed_at: follower.followedAt })
    .onConflict((conflict) => conflict.columns(['app_id', 'open_id']).doUpdateSet({ followed_at: follower.followedAt }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteFollower(db: Database, appId: string, openId: string): Promise<void> {
  await db.deleteFrom('followers').where('app_id', '=', appId).where('open_id', '=', openId).execute();
}

export async function findFollowerOpenId(db: Database, id: number): Promise<string | undefined> {
  return (await db.selectFrom('followers').where('id', '=', id).select('open_id').executeTakeFirst())?.open_id;
}

export async function setFollowerUnionId(db: Database, id: number, unionId: string): Promise<void> {
  await db.updateTable('followers').set({ union_id: unionId }).where('id', '=', id).execute();
}
