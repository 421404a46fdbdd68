import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../apiError';
import type { DraftEvent, DraftReport, GuideDraft, GuideDraftSummary, NewerVersion, OtherEditor } from '../../contract/guideDrafts';
import type { DraftStatus } from '../../contract/guideDrafts';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { compareVersions } from '../../guideFields/compareVersions';
import { guideFieldLabels } from '../../guideFields/labels';
import { checkDraft } from '../../guideDrafts/draftFindings';
import { allowedDraftActions, draftEventNames, draftStatusNames, refusalOf } from '../../guideDrafts/guideDraftFlow';
import { maySeeGuides, standingOf } from '../../guideDrafts/guideDraftPolicy';
import { findDraft, findPublished, findTopicNames, findVersion, type DraftRow, type PublishedGuide } from '../../guideDrafts/guideDraftRepository';
import { contentFields, takeOver } from '../../guideDrafts/mergeFields';
import { staffNameContext } from '../../staff/inviteStaffMember';
import { isInScope, reportScope } from '../../staff/reportPolicy';
import { findStaffNames, type StaffNames } from '../../staff/staffNames';
import type { StaffSession } from '../../staff/staffSession';
import { findDraftReports, findEvents } from './draftDetailRepository';

/** Somebody who saved so recently is still at it. */
const editingMilliseconds = 10 * 60_000;

interface SummaryRow {
  id: string;
  guide_id: number | null;
  name: string;
  implementation_code: string;
  department_id: number;
  department_name: string;
  status: DraftStatus;
  owner_id: string | null;
  owner_name_encrypted: string | null;
  updated_at: Date;
}

export function presentSummary(row: SummaryRow, staff: StaffSession, encryption: FieldEncryption): GuideDraftSummary {
  return {
    id: row.id,
    guideId: row.guide_id === null ? null : String(row.guide_id),
    name: row.name,
    implementationCode: row.implementation_code,
    department: { id: String(row.department_id), name: row.department_name },
    status: row.status,
    statusName: draftStatusNames[row.status],
    ownerName: row.owner_name_encrypted === null ? null : encryption.decrypt(row.owner_name_encrypted, staffNameContext),
    isMine: row.owner_id === staff.staffId,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** A draft with all that an editor or an approver has to know of it. @throws ApiError draft_not_found */
export async function presentDraft(app: FastifyInstance, staff: StaffSession, draftId: string): Promise<GuideDraft> {
  const row = await findDraft(app.db, draftId);
  if (row === undefined || !maySeeGuides(staff, row.department_id)) throw new ApiError('draft_not_found');
  const isOpen = row.status !== 'published' && row.status !== 'withdrawn';
  const published = row.guide_id === null ? undefined : await findPublished(app.db, row.guide_id);
  const base = published === undefined || row.base_version === null ? undefined : await findVersion(app.db, published, row.base_version);
  const [topicNames, events, reports, scope] = await Promise.all([findTopicNames(app.db), findEvents(app.db, row.id), findDraftReports(app.db, row.id), reportScope(app.db, staff)]);
  const names = await findStaffNames(app.db, app.encryption, [...events.map(({ staff_id: id }) => id), ...Object.values(row.field_marks).map(({ staffId }) => staffId)]);
  const named = (content: PublishedGuide['content']) => ({ department_name: row.department_name, content });
  // What was published from a draft is compared with what it replaced; of a new guide everything is new.
  const before = isOpen && row.guide_id !== null ? published?.content : base;
  const nothing = {} as PublishedGuide['content'];
  const standing = standingOf(staff, row);
  return {
    ...presentSummary({ ...row, name: row.content.name }, staff, app.encryption),
    revision: row.revision,
    baseVersion: row.base_version,
    content: row.content,
    check: checkDraft(row.content, published?.content),
    changes: compareVersions(named(before ?? nothing), named(row.content), topicNames),
    newerVersion: isOpen && published !== undefined && base !== undefined && published.version !== row.base_version ? presentNewer(row, base, published, topicNames) : null,
    otherEditors: isOpen ? presentOthers(row, staff, names, app.clock.now()) : [],
    returnReason: row.status === 'returned' ? (events.find(({ action }) => action === 'return')?.reason ?? null) : null,
    events: events.map((event): DraftEvent => ({
      name: draftEventNames[event.action],
      by: names(event.staff_id ?? '').name || null,
      at: event.at.toISOString(),
      reason: event.reason,
      fields: event.fields.map((field) => guideFieldLabels[field]),
    })),
    reports: reports.map((report): DraftReport => ({
      id: report.id,
      referenceNumber: report.reference_number,
      part: report.part,
      description: isInScope(scope, report.department_id) ? app.encryption.decrypt(report.description_encrypted, 'feedback.description') : null,
      isOpen: report.closed_at === null,
      closesWhenPublished: report.closes_when_published,
    })),
    allowedActions: allowedDraftActions(row.status, standing),
    approvalNote: refusalOf('publish', row.status, standing) === 'approval_needs_another' ? '这份草稿是您写的或者改过的，要由另一位审核人来审。' : null,
  };
}

function presentNewer(row: DraftRow, base: PublishedGuide['content'], published: PublishedGuide, topicNames: ReadonlyMap<string, string>): NewerVersion {
  const named = (content: PublishedGuide['content']) => ({ department_name: row.department_name, content });
  return {
    version: published.version,
    publishedAt: published.updated_at.toISOString(),
    changes: compareVersions(named(base), named(published.content), topicNames),
    bothChanged: takeOver(base, row.content, published.content, []).bothChanged.map((field) => ({ field, label: guideFieldLabels[field] })),
  };
}

function presentOthers({ field_marks: marks }: DraftRow, { staffId }: StaffSession, names: StaffNames, now: Date): OtherEditor[] {
  const others = new Map<string, OtherEditor>();
  for (const field of contentFields) {
    const mark = marks[field];
    if (mark === undefined || mark.staffId === staffId || now.getTime() - Date.parse(mark.at) > editingMilliseconds) continue;
    const other = others.get(mark.staffId) ?? { name: names(mark.staffId).name || '一位同事', fields: [], at: mark.at };
    other.fields.push(guideFieldLabels[field]);
    if (mark.at > other.at) other.at = mark.at;
    others.set(mark.staffId, other);
  }
  return [...others.values()];
}
