import type { AuditAction } from '../audit/auditActions';
import { recordAudit, type AuditValues } from '../audit/recordAudit';
import type { Database, DatabaseTransaction } from '../database/database';
import type { By } from './announcing';

export interface AnnouncementEventRow {
  action: string;
  staff_id: string | null;
  note: string | null;
  happened_at: Date;
}

interface NewEvent {
  announcementId: number;
  draftId: string | null;
  action: string;
  /** Undefined: the clock. */
  by: By | undefined;
  note?: string | undefined;
}

export async function addEvent(tx: DatabaseTransaction, { announcementId, draftId, action, by, note }: NewEvent, now: Date): Promise<void> {
  await tx
    .insertInto('announcement_events')
    .values({ announcement_id: announcementId, draft_id: draftId, action, staff_id: by?.staff.staffId ?? null, note: note ?? null, happened_at: now })
    .execute();
}

export function findDraftEvents(db: Database | DatabaseTransaction, draftId: string): Promise<AnnouncementEventRow[]> {
  return db.selectFrom('announcement_events').where('draft_id', '=', draftId).select(['action', 'staff_id', 'note', 'happened_at']).orderBy('id').execute();
}

export function findAnnouncementEvents(db: Database | DatabaseTransaction, announcementId: number): Promise<AnnouncementEventRow[]> {
  return db.selectFrom('announcement_events').where('announcement_id', '=', announcementId).select(['action', 'staff_id', 'note', 'happened_at']).orderBy('id').execute();
}

export async function addChange(tx: DatabaseTransaction, draftId: string, revision: number, action: string, by: By | undefined, fields: readonly string[], now: Date): Promise<void> {
  await tx
    .insertInto('announcement_draft_changes')
    .values({ draft_id: draftId, revision, action, staff_id: by?.staff.staffId ?? null, fields: [...fields], changed_at: now })
    .execute();
}

/** Whether this revision is what the same person made of the one before it by the same action: their answer was lost. */
export async function isRepetition(tx: DatabaseTransaction, draftId: string, revision: number, action: string, staffId: string): Promise<boolean> {
  const change = await tx
    .selectFrom('announcement_draft_changes')
    .where('draft_id', '=', draftId)
    .where('revision', '=', revision)
    .where('action', '=', action)
    .where('staff_id', '=', staffId)
    .select('revision')
    .executeTakeFirst();
  return change !== undefined;
}

export function findChangesSince(db: Database | DatabaseTransaction, draftId: string, revision: number) {
  return db.selectFrom('announcement_draft_changes').where('draft_id', '=', draftId).where('revision', '>', revision).selectAll().orderBy('revision').execute();
}

interface AuditedAct {
  action: AuditAction;
  objectKind: 'announcement' | 'announcement_draft' | 'stored_file' | 'body_name';
  objectId: string;
  before?: AuditValues;
  after?: AuditValues;
}

export async function auditAct(tx: DatabaseTransaction, by: By | undefined, act: AuditedAct, now: Date): Promise<void> {
  await recordAudit(tx, {
    actorKind: by === undefined ? 'system' : 'staff',
    actorId: by?.staff.staffId ?? null,
    standsInFor: by?.staff.standsInFor ?? [],
    ...act,
    ...(by?.clientAddress === undefined ? {} : { clientAddress: by.clientAddress }),
    ...(by?.requestId === undefined ? {} : { requestId: by.requestId }),
    at: now,
  });
}
