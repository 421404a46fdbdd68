import type { DraftAction, DraftEventAction, DraftStatus } from '../contract/guideDrafts';

export const draftStatusNames: Record<DraftStatus, string> = { draft: '修改中', submitted: '待审核', returned: '已退回', published: '已发布', withdrawn: '已放弃' };

/** Those in which a draft keeps its guide for itself. */
export const openStatuses: readonly DraftStatus[] = ['draft', 'submitted', 'returned'];

interface Step {
  name: string;
  /** An editor of the department, or an approver of it who has written none of it. */
  by: 'editor' | 'another_approver';
  /** Says what to do better. */
  needsReason: boolean;
  /** What it leads to, from each status in which it can be taken. */
  leads: Partial<Record<DraftStatus, DraftStatus>>;
}

/** The whole flow. Approving is publishing: nothing is approved that could still be changed before it is published. */
export const draftFlow: Record<DraftAction, Step> = {
  // What is changed after it was submitted is no longer what was submitted.
  save: { name: '修改', by: 'editor', needsReason: false, leads: { draft: 'draft', returned: 'returned', submitted: 'draft' } },
  take_over: { name: '并入新版本', by: 'editor', needsReason: false, leads: { draft: 'draft', returned: 'returned', submitted: 'draft' } },
  submit: { name: '提交审核', by: 'editor', needsReason: false, leads: { draft: 'submitted', returned: 'submitted' } },
  return: { name: '退回修改', by: 'another_approver', needsReason: true, leads: { submitted: 'returned' } },
  publish: { name: '通过并发布', by: 'another_approver', needsReason: false, leads: { submitted: 'published' } },
  withdraw: { name: '放弃修改', by: 'editor', needsReason: false, leads: { draft: 'withdrawn', returned: 'withdrawn', submitted: 'withdrawn' } },
};

export const draftActions = Object.keys(draftFlow) as DraftAction[];

/** What the timeline calls each entry. */
export const draftEventNames: Record<DraftEventAction, string> = {
  start: '开始修改',
  hand_over: '交接给别人',
  ...(Object.fromEntries(draftActions.map((action) => [action, draftFlow[action].name])) as Record<DraftAction, string>),
};

/** Who somebody is to a draft. */
export interface DraftStanding {
  isEditor: boolean;
  isApprover: boolean;
  /** They own, edited or submitted it, or stand in for somebody who did. */
  isAuthor: boolean;
}

/** Why a step cannot be taken; undefined when it can. */
export type DraftRefusal = 'not_allowed' | 'approval_needs_another' | 'step_not_possible';

export function refusalOf(action: DraftAction, status: DraftStatus, { isEditor, isApprover, isAuthor }: DraftStanding): DraftRefusal | undefined {
  const { by, leads } = draftFlow[action];
  if (by === 'editor' ? !isEditor : !isApprover) return 'not_allowed';
  if (leads[status] === undefined) return 'step_not_possible';
  if (by === 'another_approver' && isAuthor) return 'approval_needs_another';
  return undefined;
}

export function allowedDraftActions(status: DraftStatus, standing: DraftStanding): DraftAction[] {
  return draftActions.filter((action) => refusalOf(action, status, standing) === undefined);
}
