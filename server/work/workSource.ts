import type { WorkKind } from '../contract/work';
import type { Database, DatabaseTransaction } from '../database/database';
import type { StaffSession } from '../staff/staffSession';

/** A source gives at most this many things, the most urgent first: a longer list is read on the page of its kind. */
export const mostWorkItems = 200;

/** What people call the kinds. */
export const workNames: Record<WorkKind, string> = { report: '群众的反馈', guide_draft: '指南草稿', guide_review: '指南年度核对', guide_import: '批量导入', announcement: '公告草稿' };

/** Something that waits for a staff member. */
export interface WorkItem {
  kind: WorkKind;
  id: string;
  title: string;
  /** One sentence more, for example what is to be done. */
  note: string | null;
  department: { id: string; name: string } | null;
  waitingSince: Date;
  dueAt: Date | null;
}

/**
 * What waits for staff, of one kind. Each feature that has such things gives one, and `server/workSources.ts` lists them.
 *
 * Whoever gives a member something of their own locks the member first (`lockMemberInOffice`), so that nothing is given to one who is
 * leaving at that moment.
 */
export interface WorkSource {
  readonly kind: WorkKind;
  /** What waits for this member and for those they stand in for; see `mostWorkItems`. */
  find(db: Database, staff: StaffSession, now: Date): Promise<WorkItem[]>;
  /** How many open things the member owns personally. */
  countOwned(db: Database | DatabaseTransaction, staffId: string): Promise<number>;
  /** Hands over everything open that the member owns, in the caller's transaction. @returns how many */
  handOver(tx: DatabaseTransaction, fromStaffId: string, toStaffId: string, now: Date): Promise<number>;
}
