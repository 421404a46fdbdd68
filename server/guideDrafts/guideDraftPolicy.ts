import type { StaffRole } from '../contract/staff';
import type { FieldMarks } from '../database/tables/guideDrafts';
import { departmentsWith, staffIdsOf, type StaffSession } from '../staff/staffSession';
import type { DraftStanding } from './guideDraftFlow';

/** Who mends guides. */
const edits: readonly StaffRole[] = ['administrator', 'editor'];
const approves: readonly StaffRole[] = ['approver'];

export const departmentsEdited = (staff: StaffSession): number[] => departmentsWith(staff, edits);
export const departmentsApproved = (staff: StaffSession): number[] => departmentsWith(staff, approves);
export const departmentsOfGuides = (staff: StaffSession): number[] => departmentsWith(staff, [...edits, ...approves]);

export const mayEditGuides = (staff: StaffSession, departmentId: number): boolean => departmentsEdited(staff).includes(departmentId);
export const maySeeGuides = (staff: StaffSession, departmentId: number): boolean => departmentsOfGuides(staff).includes(departmentId);
export const worksOnGuides = (staff: StaffSession): boolean => departmentsOfGuides(staff).length > 0;

interface Authorship {
  department_id: number;
  owner_id: string | null;
  last_edited_by: string | null;
  submitted_by: string | null;
  field_marks: FieldMarks;
}

/** An author is who has begun, changed or submitted anything of what now stands in the draft, or stands in for them. */
export function standingOf(staff: StaffSession, { department_id: departmentId, owner_id: owner, last_edited_by: editor, submitted_by: submitter, field_marks: marks }: Authorship): DraftStanding {
  const selves = staffIdsOf(staff);
  const writers = Object.values(marks).map(({ staffId }) => staffId);
  return {
    isEditor: mayEditGuides(staff, departmentId),
    isApprover: departmentsApproved(staff).includes(departmentId),
    isAuthor: [owner, editor, submitter, ...writers].some((author) => author !== null && selves.includes(author)),
  };
}
