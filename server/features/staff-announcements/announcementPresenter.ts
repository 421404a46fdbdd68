import type { DraftRow } from '../../announcements/draftRepository';
import { allowedAnnouncementActions, allowedDraftActions, type StepTaker } from '../../announcements/flowRules';
import type { AnnouncementEventRow } from '../../announcements/history';
import type { AnnouncementDraft, AnnouncementDraftSummary, AnnouncementEvent, AnnouncementFinding, StaffAnnouncement, StaffAnnouncementSummary } from '../../contract/announcementDrafts';
import type { StaffNames } from '../../staff/staffNames';
import type { StaffAnnouncementRow } from './announcementRepository';

export function presentDraftSummary(draft: DraftRow, names: StaffNames): AnnouncementDraftSummary {
  return {
    id: draft.id,
    announcementId: String(draft.announcement_id),
    kind: draft.content.kind,
    title: draft.content.title,
    department: { id: String(draft.department_id), name: draft.department_name },
    status: draft.status,
    isCorrection: draft.base_version > 0,
    owner: names(draft.owner_id),
    updatedAt: draft.updated_at.toISOString(),
    publishAt: draft.publish_at?.toISOString() ?? null,
  };
}

interface AboutDraft {
  events: readonly AnnouncementEventRow[];
  names: StaffNames;
  findings: AnnouncementFinding[];
  taker: StepTaker;
}

export function presentDraft(draft: DraftRow, { events, names, findings, taker }: AboutDraft): AnnouncementDraft {
  return {
    ...presentDraftSummary(draft, names),
    content: draft.content,
    revision: draft.revision,
    baseVersion: draft.base_version,
    correctionReason: draft.correction_reason,
    updatedBy: names(draft.updated_by),
    approvedBy: draft.approved_by === null ? null : names(draft.approved_by),
    findings,
    events: presentEvents(events, names),
    allowedActions: allowedDraftActions(draft.status, taker),
  };
}

function presentEvents(events: readonly AnnouncementEventRow[], names: StaffNames): AnnouncementEvent[] {
  return events.map(({ action, staff_id: staffId, note, happened_at: at }) => ({ action, by: staffId === null ? null : names(staffId), note, at: at.toISOString() }));
}

export function presentAnnouncementSummary(row: StaffAnnouncementRow): StaffAnnouncementSummary {
  return {
    id: String(row.id),
    kind: row.content.kind,
    title: row.content.title,
    department: { id: String(row.department_id), name: row.department_name },
    status: row.status,
    publishedAt: row.first_published_at.toISOString(),
    openDraftId: row.open_draft_id,
  };
}

export function presentAnnouncement(row: StaffAnnouncementRow, events: readonly AnnouncementEventRow[], names: StaffNames, taker: StepTaker): StaffAnnouncement {
  return {
    ...presentAnnouncementSummary(row),
    version: row.version,
    content: row.content,
    withdrawalReason: row.withdrawal_reason,
    events: presentEvents(events, names),
    allowedActions: allowedAnnouncementActions(row.status, taker),
  };
}
