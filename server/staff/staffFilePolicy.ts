import type { StaffRole } from '../contract/staff';
import type { StaffFilePurpose } from '../contract/staffFiles';
import { departmentsWith, type StaffSession } from './staffSession';

/** Who writes what the files are for. */
const mayUpload: Readonly<Record<StaffFilePurpose, readonly StaffRole[]>> = {
  guide_import: ['administrator', 'editor'],
  picture: ['administrator', 'editor'],
  attachment: ['administrator', 'editor'],
  document: ['administrator', 'editor'],
};

export const mayUploadFiles = (staff: StaffSession, purpose: StaffFilePurpose): boolean => departmentsWith(staff, mayUpload[purpose]).length > 0;
