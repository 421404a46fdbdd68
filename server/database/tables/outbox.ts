import type { ColumnType, Generated } from 'kysely';
import type { NoticeKind } from '../../contract/inbox';

/** Stored as JSON for as long as the people are being found. */
export type Audience =
  | { citizenIds: readonly string[] }
  | { staffIds: readonly string[] }
  | { roles: readonly string[]; departmentId: number }
  | { followersOf: { departmentIds: readonly number[]; topics: readonly string[] } };

export interface OutboxNoticesTable {
  id: Generated<number>;
  key: string;
  kind: NoticeKind;
  title: string;
  body: string;
  path: string;
  occurred_at: Date;
  audience: ColumnType<Audience | null, string, null>;
  found_up_to: ColumnType<string | null, undefined, string>;
  expanded_at: ColumnType<Date | null, undefined, Date>;
}

export interface OutboxDeliveriesTable {
  citizen_id: string;
  channel: string;
  key: string;
  id: Generated<number>;
  notice_id: number;
  attempts: Generated<number>;
  due_at: Date;
  settled_at: ColumnType<Date | null, undefined, Date>;
  is_given_up: Generated<boolean>;
}

export interface InboxNoticesTable {
  citizen_id: string;
  id: Generated<number>;
  notice_id: number;
  key: string;
  arrived_at: Date;
  read_at: ColumnType<Date | null, undefined, Date>;
}

export interface DepartmentFollowsTable {
  department_id: number;
  citizen_id: string;
  followed_at: Date;
}

export interface TopicFollowsTable {
  topic: string;
  citizen_id: string;
  followed_at: Date;
}

export interface OutboxTables {
  outbox_notices: OutboxNoticesTable;
  outbox_deliveries: OutboxDeliveriesTable;
  inbox_notices: InboxNoticesTable;
  department_follows: DepartmentFollowsTable;
  topic_follows: TopicFollowsTable;
}
