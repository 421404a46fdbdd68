import type { StaffReport } from '../../contract/staff';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { maskPhoneNumber } from '../../presenters/citizenPresenter';
import type { ReportRow } from './reportRepository';

export const contactPhoneContext = 'feedback.contact_phone';

/** A report for a staff member in whose scope it is. */
export function presentReport(row: ReportRow, encryption: FieldEncryption): StaffReport {
  const { contact_phone_encrypted: phone } = row;
  return {
    id: row.id,
    referenceNumber: row.reference_number,
    receivedAt: row.received_at.toISOString(),
    guide: row.guide_id === null || row.guide_name === null ? null : { id: String(row.guide_id), name: row.guide_name },
    guideVersion: row.guide_version,
    part: row.part,
    kind: row.kind,
    department: row.department_id === null || row.department_name === null ? null : { id: String(row.department_id), name: row.department_name },
    description: encryption.decrypt(row.description_encrypted, 'feedback.description'),
    maskedContactPhone: phone === null ? null : maskPhoneNumber(encryption.decrypt(phone, contactPhoneContext)),
    outcome: row.outcome,
    outcomeNote: row.outcome_note,
    closedAt: row.closed_at?.toISOString() ?? null,
    allowedActions: [...(row.closed_at === null ? (['close'] as const) : []), ...(phone === null ? [] : (['read_contact'] as const))],
  };
}
