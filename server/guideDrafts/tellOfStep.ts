import type { DraftAction } from '../contract/guideDrafts';
import type { DatabaseTransaction } from '../database/database';
import { tell } from '../outbox/tell';
import type { LockedDraft } from './guideDraftRepository';
import type { DraftActor } from './recordDraftStep';

/** Tells those for whom a step means something: the approvers that it waits for them, its authors what became of it. */
export async function tellOfStep(tx: DatabaseTransaction, draft: LockedDraft, action: DraftAction, { staffId, at }: DraftActor): Promise<void> {
  const notice = { path: `/features/staff/pages/guide-draft/index?draftId=${draft.id}`, at };
  const key = `guide_draft:${draft.id}:${draft.revision}:${action}:${at.getTime()}`;
  const { name } = draft.content;
  const authors = [...new Set([draft.owner_id, draft.submitted_by])].filter((id) => id !== null && id !== staffId) as string[];
  switch (action) {
    case 'submit':
      return tell(tx, { ...notice, key, kind: 'staff_task', to: { roles: ['approver'], departmentId: draft.department_id }, title: `指南等您审核：${name}`, body: '请看一看改了什么，通过并发布，或者退回修改。' });
    case 'return':
      return authors.length === 0 ? undefined : tell(tx, { ...notice, key, kind: 'staff_result', to: { staffIds: authors }, title: `指南退回修改：${name}`, body: '审核人写了要改什么，请修改后再提交。' });
    case 'publish':
      return authors.length === 0 ? undefined : tell(tx, { ...notice, key, kind: 'staff_result', to: { staffIds: authors }, title: `指南已发布：${name}`, body: '审核通过，群众现在看到的就是新的内容。' });
    case 'save':
    case 'take_over':
    case 'withdraw':
      return undefined;
  }
}
