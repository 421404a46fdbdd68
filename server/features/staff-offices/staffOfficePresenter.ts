import { createHash } from 'node:crypto';
import type { OfficeContent, StaffOffice } from '../../contract/staffOffices';
import { presentOffice, presentWindow } from '../../presenters/officePresenter';
import type { StaffOfficeRow } from './staffOfficeRepository';

export function contentOf(row: StaffOfficeRow): OfficeContent {
  return { ...presentOffice(row), windows: row.windows.map(presentWindow) };
}

/** Of what an office says, so that a change by anybody is seen, an import's too, without a column that all would have to keep. */
export function revisionOf(content: OfficeContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

export function presentStaffOffice(row: StaffOfficeRow): StaffOffice {
  const content = contentOf(row);
  return { ...content, guideCount: row.guide_count, revision: revisionOf(content), allowedActions: ['change', 'remove'] };
}
