import { announcementFlow, draftFlow, type AnnouncementAction, type AnnouncementStatus, type DraftAction, type DraftStatus, type FlowStep } from '../contract/announcementFlow';
import type { StaffRole } from '../contract/staff';

/** Whoever wants to take a step, as far as the flow asks about them. */
export interface StepTaker {
  /** Held in the department of the announcement. */
  roles: ReadonlySet<StaffRole>;
  /** They, or somebody they stand in for, have written in the draft. */
  hasWritten: boolean;
}

export type StepRefusal = 'not_allowed' | 'approval_needs_another' | 'step_not_possible';

/** Why a step may not be taken; what concerns the person comes first. */
export function refusalOf(step: FlowStep, status: string, by: StepTaker | 'clock'): StepRefusal | undefined {
  if (by === 'clock') {
    if (step.by !== 'clock') return 'not_allowed';
  } else {
    if (step.by === 'clock' || !step.by.some((role) => by.roles.has(role))) return 'not_allowed';
    if (step.byAnother === true && by.hasWritten) return 'approval_needs_another';
  }
  return step.from.includes(status) ? undefined : 'step_not_possible';
}

export const allowedDraftActions = (status: DraftStatus, by: StepTaker): DraftAction[] => allowed(draftFlow, status, by);
export const allowedAnnouncementActions = (status: AnnouncementStatus, by: StepTaker): AnnouncementAction[] => allowed(announcementFlow, status, by);

function allowed<Action extends string>(flow: Readonly<Record<Action, FlowStep>>, status: string, by: StepTaker): Action[] {
  return (Object.keys(flow) as Action[]).filter((action) => refusalOf(flow[action], status, by) === undefined);
}
