import { randomUUID } from 'node:crypto';
import type { By } from '../../server/announcements/announcing';
import { saveDraft } from '../../server/announcements/saveDraft';
import { startDraft } from '../../server/announcements/startDraft';
import { takeDraftStep } from '../../server/announcements/takeDraftStep';
import type { SaveDraftBody } from '../../server/contract/announcementDrafts';
import type { StaffRole } from '../../server/contract/staff';
import { inviteStaffMember } from '../../server/staff/inviteStaffMember';
import { systemActor } from '../../server/staff/staffActor';
import { departmentNamed } from './staff';
import type { TestApp } from './testApp';

/** Mobile numbers that nobody has. */
let known = 0;

/** A staff member who takes steps without a phone in between. */
export async function memberOf(t: TestApp, department: string, ...roles: StaffRole[]): Promise<By> {
  const departmentId = await departmentNamed(t, department);
  known += 1;
  const member = { name: `成员${known}`, phoneNumber: `1990002${String(known).padStart(4, '0')}`, roles: roles.map((role) => ({ role, departmentId })) };
  const { staffId } = await inviteStaffMember(t.database.db, t.app.encryption, member, systemActor, t.clock.now());
  await t.database.db.updateTable('staff_members').set({ status: 'active' }).where('id', '=', staffId).execute();
  return { staff: { staffId, departments: new Map(roles.map((role) => [role, new Set([departmentId])])), standsInFor: [] } };
}

/** Enough to pass the check. */
export const soundNotice: SaveDraftBody['changes'] = { title: '关于户籍窗口调整办公时间的通知', body: '<p>户籍窗口自12月1日起，上午8:30开始办理业务。</p>' };

export async function startedDraft(t: TestApp, editor: By, department: string, changes: SaveDraftBody['changes'] = soundNotice): Promise<string> {
  const draftId = randomUUID();
  await startDraft(t.app.announcing, editor, draftId, { departmentId: String(await departmentNamed(t, department)), kind: 'notice', ...(changes.title === undefined ? {} : { title: changes.title }), ...(changes.body === undefined ? {} : { body: changes.body }) });
  const { title: _title, body: _body, ...rest } = changes;
  if (Object.keys(rest).length > 0) await saveDraft(t.app.announcing, editor, draftId, { revision: 1, changes: rest, removed: [] });
  return draftId;
}

export async function revisionOf(t: TestApp, draftId: string): Promise<number> {
  return (await t.database.db.selectFrom('announcement_drafts').where('id', '=', draftId).select('revision').executeTakeFirstOrThrow()).revision;
}

/** Written by one and approved by another. @returns the announcement's id */
export async function publishedAnnouncement(t: TestApp, department: string, changes: SaveDraftBody['changes'] = soundNotice): Promise<string> {
  const [editor, approver] = [await memberOf(t, department, 'editor'), await memberOf(t, department, 'approver')];
  const draftId = await startedDraft(t, editor, department, changes);
  await takeDraftStep(t.app.announcing, editor, draftId, 'submit', { revision: await revisionOf(t, draftId) });
  await takeDraftStep(t.app.announcing, approver, draftId, 'approve', { revision: await revisionOf(t, draftId) });
  const { announcement_id: id } = await t.database.db.selectFrom('announcement_drafts').where('id', '=', draftId).select('announcement_id').executeTakeFirstOrThrow();
  return String(id);
}

/** A submitted draft and a published announcement of a department. */
export async function announcementsOf(t: TestApp, department: string): Promise<{ departmentId: string; draftId: string; announcementId: string }> {
  const editor = await memberOf(t, department, 'editor');
  const draftId = await startedDraft(t, editor, department);
  await takeDraftStep(t.app.announcing, editor, draftId, 'submit', { revision: 1 });
  return { departmentId: String(await departmentNamed(t, department)), draftId, announcementId: await publishedAnnouncement(t, department) };
}
