import type { Database } from '../../database/database';

/** All of them: there are no more than a county's departments and topics. */
export async function findFollows(db: Database, citizenId: string) {
  const departments = await db
    .selectFrom('department_follows')
    .innerJoin('departments', 'departments.id', 'department_follows.department_id')
    .where('citizen_id', '=', citizenId)
    .select(['departments.id', 'departments.name', 'followed_at'])
    .orderBy('followed_at', 'desc')
    .orderBy('departments.id')
    .execute();
  const topics = await db
    .selectFrom('topic_follows')
    .innerJoin('topics', 'topics.code', 'topic_follows.topic')
    .where('citizen_id', '=', citizenId)
    .select(['topics.code', 'topics.kind', 'topics.name', 'followed_at'])
    .orderBy('followed_at', 'desc')
    .orderBy('topics.code')
    .execute();
  return { departments, topics };
}

/** Doing it twice keeps the first time. @returns false when there is no such department */
export async function insertDepartmentFollow(db: Database, citizenId: string, departmentId: number, now: Date): Promise<boolean> {
  const department = await db.selectFrom('departments').where('id', '=', departmentId).select('id').executeTakeFirst();
  if (department === undefined) return false;
  await db
    .insertInto('department_follows')
    .values({ citizen_id: citizenId, department_id: departmentId, followed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

export async function deleteDepartmentFollow(db: Database, citizenId: string, departmentId: number): Promise<void> {
  await db.deleteFrom('department_follows').where('citizen_id', '=', citizenId).where('department_id', '=', departmentId).execute();
}

/** Doing it twice keeps the first time. @returns false when there is no such topic */
export async function insertTopicFollow(db: Database, citizenId: string, topic: string, now: Date): Promise<boolean> {
  const known = await db.selectFrom('topics').where('code', '=', topic).select('code').executeTakeFirst();
  if (known === undefined) return false;
  await db
    .insertInto('topic_follows')
    .values({ citizen_id: citizenId, topic, followed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

export async function deleteTopicFollow(db: Database, citizenId: string, topic: string): Promise<void> {
  await db.deleteFrom('topic_follows').where('citizen_id', '=', citizenId).where('topic', '=', topic).execute();
}
