import type { InjectOptions } from 'fastify';
import type { ConfirmedAct } from '../../server/contract/confirmations';
import type { StaffRole } from '../../server/contract/staff';

/** What the permission matrix says of a route. */
export interface Entry {
  request?: (mine: Objects) => InjectOptions;
  nobody: number;
  citizen: number;
  /** The status, and a proof that the owner's object is unharmed where a status alone does not show it. */
  /** What a staff member of each role gets, on an object of their own department. */
  staff?: Record<StaffRole, number>;
  /** The act that has to be confirmed; staff members are refused without. */
  confirmation?: ConfirmedAct;
  /** What every role of another department gets on that object, where the route names one. */
  otherDepartment?: number;
  other?: { status: number; unharmed?: (owner: Objects) => Promise<boolean>; seesNothing?: object };
}

export interface Objects {
  headers: { authorization: string };
  sessionId: string;
  guideId: string;
  /** A report on that guide. */
  reportId: string;
  /** An unread notice. */
  noticeId: string;
  /** A department they follow; so is the topic np.birth. */
  departmentId: number;
  policeId: string;
  /** Submitted by an editor of the police, at revision 2. */
  draftId: string;
  /** Published by the police. */
  announcementId: string;
  /** Invited into the police. */
  memberId: string;
  /** The department of that member. */
  memberDepartmentId: string;
  /** A browser that waits to be signed in. */
  signInRequestId: string;
  /** A draft of that guide, and one of another guide that waits for approval. */
  guideDraftId: string;
  submittedGuideDraftId: string;
}

export const roles: readonly StaffRole[] = ['administrator', 'editor', 'approver', 'dispatcher', 'handler', 'supervisor', 'hall_manager', 'window_clerk', 'auditor'];
export const everyRole = (status: number): Record<StaffRole, number> => Object.fromEntries(roles.map((role) => [role, status])) as Record<StaffRole, number>;

export const readsAnyone = (nobody = 200): Entry => ({ nobody, citizen: nobody });

/** What the request of a route names: only that is made for it, since most of it is the work of several calls. */
export function namedBy(entry: Entry | undefined): ReadonlySet<string> {
  const named = new Set<string>();
  const probe = new Proxy({} as Objects, { get: (_target, name) => (named.add(String(name)), '') });
  entry?.request?.(probe);
  return named;
}
