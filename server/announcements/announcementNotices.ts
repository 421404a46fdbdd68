import type { AnnouncementContent, AnnouncementKind } from '../contract/announcementContent';
import type { DatabaseTransaction } from '../database/database';
import { tell } from '../outbox/tell';
import { announcementPath, draftPath } from './announcementPaths';
import type { DraftRow } from './draftRepository';

const kindNames: Record<AnnouncementKind, string> = { notice: '通知公告', policy_document: '政策文件', policy_explained: '政策解读', service_notice: '办事公告', urgent_notice: '紧急通知' };
export const kindName = (kind: AnnouncementKind): string => kindNames[kind];

const nameOf = ({ content: { title, kind } }: { content: AnnouncementContent }): string => (title === '' ? `还没有标题的${kindNames[kind]}` : title);

/** Approvers are told that something waits for them. */
export async function tellApprovers(tx: DatabaseTransaction, draft: DraftRow, revision: number, at: Date): Promise<void> {
  await tell(tx, {
    key: `announcement-draft:${draft.id}:${revision}`,
    kind: 'staff_task',
    to: { roles: ['approver'], departmentId: draft.department_id },
    title: `待审核：${nameOf(draft)}`,
    body: `${draft.department_name}提交了一份${draft.base_version > 0 ? '更正稿' : kindNames[draft.content.kind]}，请审核。`,
    path: draftPath(draft.id),
    at,
  });
}

/** Whoever approved is told that the text has changed since, and will not appear as approved. */
export async function tellApprovalIsVoid(tx: DatabaseTransaction, draft: DraftRow, revision: number, approverId: string, at: Date): Promise<void> {
  await tell(tx, {
    key: `announcement-draft:${draft.id}:${revision}`,
    kind: 'staff_result',
    to: { staffIds: [approverId] },
    title: `审核已失效：${nameOf(draft)}`,
    body: '您审核通过以后，稿子又改过，不会按时发布。改好后会重新提交审核。',
    path: draftPath(draft.id),
    at,
  });
}

const results: Readonly<Record<'return' | 'approve_for_later' | 'published', (reason: string) => { title: string; body: string }>> = {
  return: (reason) => ({ title: '已退回', body: `退回的原因：${reason}` }),
  approve_for_later: () => ({ title: '审核通过', body: '到设定的时间会自动发布。' }),
  published: () => ({ title: '已发布', body: '群众现在可以看到。' }),
};

/** The owner is told what became of what they wrote; not of what they did themselves. */
export async function tellOwner(tx: DatabaseTransaction, draft: DraftRow, revision: number, result: keyof typeof results, byStaffId: string | undefined, reason: string, at: Date): Promise<void> {
  if (draft.owner_id === byStaffId) return;
  const { title, body } = results[result](reason);
  await tell(tx, {
    key: `announcement-draft:${draft.id}:${revision}:owner`,
    kind: 'staff_result',
    to: { staffIds: [draft.owner_id] },
    title: `${title}：${nameOf(draft)}`,
    body,
    path: draftPath(draft.id),
    at,
  });
}

/** Everybody who follows the department or one of the topics, once, whichever of them they follow. */
export async function tellFollowers(tx: DatabaseTransaction, draft: DraftRow, version: number, at: Date): Promise<void> {
  const { title, summary, topics = [] } = draft.content;
  await tell(tx, {
    key: `announcement:${draft.announcement_id}:${version}:published`,
    kind: 'announcement',
    to: { followersOf: { departmentIds: [draft.department_id], topics } },
    title: version === 1 ? title : `有更正：${title}`,
    body: version === 1 ? (summary ?? `${draft.department_name}发布了一条${kindNames[draft.content.kind]}。`) : `${draft.department_name}更正了这条公告：${draft.correction_reason ?? ''}`,
    path: announcementPath(draft.announcement_id),
    at,
  });
}
