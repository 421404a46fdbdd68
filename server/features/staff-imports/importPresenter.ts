import type { GuideImport, ImportRow } from '../../contract/guideImports';
import type { GuideContentField } from '../../contract/guideContent';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { describeFieldValue, type TopicNames } from '../../guideFields/describe';
import { guideFieldLabels } from '../../guideFields/labels';
import { officeColumns, synonymColumns, windowColumns } from '../../guideImport/columns/officeColumns';
import type { GuideImportRow, findImportRows } from '../../guideImports/guideImportRepository';
import { allowedImportActions } from '../../staff/guideImportPolicy';
import { staffNameContext } from '../../staff/inviteStaffMember';
import type { StaffSession } from '../../staff/staffSession';

export const effectiveRowsOf = ({ counts }: Pick<GuideImportRow, 'counts'>): number => (counts === null ? 0 : counts.added + counts.changed + counts.cancelled);

export function presentImport(row: GuideImportRow, staff: StaffSession, encryption: FieldEncryption): GuideImport {
  const nameOf = (encrypted: string | null): string | null => (encrypted === null ? null : encryption.decrypt(encrypted, staffNameContext));
  return {
    id: row.id,
    fileName: row.file_name,
    requestedBy: nameOf(row.requester_name),
    isOwn: row.requested_by === staff.staffId,
    requestedAt: row.requested_at.toISOString(),
    status: row.status,
    preview: row.preview,
    isRemade: row.is_remade,
    rowsRead: row.rows_read,
    rowWord: row.row_word,
    counts: row.counts,
    unknownHeaders: row.unknown_headers,
    notes: row.notes,
    problem: row.problem,
    hasRefusedRows: row.refused_rows_hash !== null,
    decidedBy: nameOf(row.decider_name),
    decidedAt: row.decided_at?.toISOString() ?? null,
    allowedActions: allowedImportActions(staff, { status: row.status, requestedBy: row.requested_by, departmentIds: row.department_ids, effectiveRows: effectiveRowsOf(row) }),
  };
}

type PreviewRow = Awaited<ReturnType<typeof findImportRows>>['rows'][number];

const recordLabels: Readonly<Record<string, string>> = Object.fromEntries(
  [officeColumns, windowColumns, synonymColumns].flatMap((columns) => Object.entries(columns).map(([field, { label }]) => [field, label])),
);

/** A row with every change in words. */
export function presentImportRow(row: PreviewRow, topicNames: TopicNames): ImportRow {
  const isGuide = row.guide_id !== null || (row.after !== null && 'department' in row.after) || (row.before !== null && 'department' in row.before);
  const fields = [...new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})])];
  const describe = (field: string, value: unknown): string | null => {
    if (value === undefined || value === null) return null;
    if (!isGuide) return Array.isArray(value) ? (value.length === 0 ? '停用' : value.join('、')) : String(value);
    return field === 'department' ? describeFieldValue('department', String(value)) : describeFieldValue(field as GuideContentField, value as never, topicNames);
  };
  const order = Object.keys(isGuide ? guideFieldLabels : recordLabels);
  return {
    position: row.position,
    kind: row.kind,
    sheet: row.sheet,
    row: row.row_number,
    code: row.code,
    name: row.name,
    changes: fields
      .sort((one, other) => order.indexOf(one) - order.indexOf(other))
      .map((field) => ({
        field: (isGuide ? guideFieldLabels[field as GuideContentField | 'department'] : recordLabels[field]) ?? field,
        before: describe(field, row.before?.[field]),
        after: describe(field, row.after?.[field]),
      })),
    reasons: row.reasons ?? [],
  };
}
