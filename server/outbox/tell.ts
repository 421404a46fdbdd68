import { sql } from 'kysely';
import type { NoticeKind } from '../contract/inbox';
import type { StaffRole } from '../contract/staff';
import type { DatabaseTransaction } from '../database/database';

export interface OutboxNotice {
  /** The same key reaches the same person once, however often it is written: `announcement:12:published`. */
  key: string;
  kind: NoticeKind;
  /**
   * Whom it is for. People and members are told unless they have gone. Roles are looked up when the notice is sent on, a second
   * later: whoever then holds one for the department or one above it. Who stands in for a member at that time is told as well. Of followers it reaches those who followed at `at` and
   * still do when their turn comes: nobody is told of what was before they asked, nor of anything after they stopped.
   */
  to:
    | { citizenIds: readonly string[] }
    | { staffIds: readonly string[] }
    | { roles: readonly StaffRole[]; departmentId: number }
    | { followersOf: { departmentIds: readonly number[]; topics: readonly string[] } };
  /** At most 60 characters, no personal data; longer ones are cut. */
  title: string;
  /** At most 300 characters; longer ones are cut. */
  body: string;
  /** A page of the app, from src/paths; built by the caller. */
  path: string;
  at: Date;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Processes listen for it, so that a notice is sent on at once. */
export const outboxChannel = 'outbox_written';

/**
 * Writes what people are to be told, in the transaction of what it tells of: it is sent on if and when that is committed. For one
 * person notices arrive in the order in which they were written, as far as their transactions followed each other.
 */
export async function tell(tx: DatabaseTransaction, notice: OutboxNotice): Promise<void> {
  if (notice.key === '' || notice.key.length > 200) throw new Error(`malformed key of a notice: ${notice.key}`);
  // Only pages of the app: nothing that could lead anybody elsewhere.
  if (!/^\/(?!\/)[\w\-./?=&%:~!*'()]{0,499}$/.test(notice.path)) throw new Error(`malformed path of notice ${notice.key}`);
  checkAudience(notice);
  await tx
    .insertInto('outbox_notices')
    .values({
      key: notice.key,
      kind: notice.kind,
      title: cut(notice.title, 60),
      body: cut(notice.body, 300),
      path: notice.path,
      occurred_at: notice.at,
      audience: JSON.stringify(notice.to),
    })
    .execute();
  await sql`select pg_notify(${outboxChannel}, '')`.execute(tx);
}

/** One that cannot be read would hold up everybody's. */
function checkAudience({ key, to }: OutboxNotice): void {
  const ids = 'citizenIds' in to ? to.citizenIds : 'staffIds' in to ? to.staffIds : [];
  const departmentIds = 'roles' in to ? [to.departmentId] : 'followersOf' in to ? to.followersOf.departmentIds : [];
  if (!ids.every((id) => uuid.test(id)) || !departmentIds.every((id) => Number.isSafeInteger(id))) throw new Error(`malformed id of a person or department in notice ${key}`);
}

/** Whole characters: what is told of must not fail because its name is long. */
function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
