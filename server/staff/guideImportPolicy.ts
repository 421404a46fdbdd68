import type { GuideImportAction, GuideImportStatus } from '../contract/guideImports';
import type { ImportScope } from '../guideImport/preview/checkScope';
import { mayChangeOffices, mayChangeSynonyms } from './registerPolicy';
import { departmentsWith, staffIdsOf, type StaffSession } from './staffSession';

export const mayStartImport = (staff: StaffSession): boolean => departmentsWith(staff, ['administrator', 'editor']).length > 0;
export const mayReadImports = (staff: StaffSession): boolean => departmentsWith(staff, ['administrator', 'editor', 'approver']).length > 0;

/** What rows of a file this member may bring in. */
export function importScope(staff: StaffSession): ImportScope {
  return { departmentIds: departmentsWith(staff, ['administrator', 'editor']), mayChangeOffices: mayChangeOffices(staff), mayChangeSynonyms: mayChangeSynonyms(staff) };
}

export interface DecidableImport {
  status: GuideImportStatus;
  requestedBy: string | null;
  departmentIds: readonly number[];
  /** Rows that add or change something. */
  effectiveRows: number;
}

const holdsAll = (staff: StaffSession, roles: Parameters<typeof departmentsWith>[1], departmentIds: readonly number[]): boolean => {
  const held = new Set(departmentsWith(staff, roles));
  return held.size > 0 && departmentIds.every((id) => held.has(id));
};

/** Whether the member answers for every department whose guides the file changes. */
export const decidesFor = (staff: StaffSession, departmentIds: readonly number[]): boolean => holdsAll(staff, ['administrator', 'approver'], departmentIds);

/**
 * An administrator confirms their own import. What an editor brings in is confirmed by somebody else, who approves or administers
 * all departments concerned, like any other change of a guide.
 */
export function allowedImportActions(staff: StaffSession, { status, requestedBy, departmentIds, effectiveRows }: DecidableImport): GuideImportAction[] {
  // A stand-in acts for whoever brought it in.
  const isOwn = requestedBy !== null && staffIdsOf(staff).includes(requestedBy);
  const isAdministrator = holdsAll(staff, ['administrator'], departmentIds);
  switch (status) {
    case 'previewing':
      return isOwn || isAdministrator ? ['cancel'] : [];
    case 'previewed':
      if (!isOwn) return [];
      return effectiveRows === 0 ? ['cancel'] : [isAdministrator ? 'confirm' : 'submit', 'cancel'];
    case 'submitted':
      if (isOwn) return isAdministrator ? ['confirm', 'cancel'] : ['cancel'];
      return decidesFor(staff, departmentIds) ? ['confirm', 'cancel'] : [];
    default:
      return [];
  }
}
