import { ApiError } from '../apiError';
import type { DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { findStaffNames } from '../staff/staffNames';
import { deed, fieldLabel } from './contentWords';
import type { DraftRow } from './draftRepository';
import { findChangesSince } from './history';

const timeOfDay = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });

/** The refusal of whoever read an older revision: who has changed what since. */
export async function changedMeanwhile(tx: DatabaseTransaction, encryption: FieldEncryption, draft: DraftRow, revision: number): Promise<ApiError> {
  const changes = await findChangesSince(tx, draft.id, revision);
  const names = await findStaffNames(tx, encryption, changes.map(({ staff_id: staffId }) => staffId));
  const told = new Map<string, string>();
  for (const { action, staff_id: staffId, fields, changed_at: at } of changes) {
    const who = `${staffId === null ? '系统' : names(staffId).name}（${timeOfDay.format(at)}）`;
    for (const field of fields) told.set(field, `${who}改过${fieldLabel(field)}。`);
    if (fields.length === 0) told.set('status', `${who}${deed(action)}。`);
  }
  const fieldErrors = [...told].map(([field, message]) => ({ field: field === 'status' ? 'body.revision' : `body.changes.${field}`, message }));
  const summary = [...told.values()].slice(-3).join('');
  return new ApiError('draft_changed_meanwhile', { fieldErrors, message: `您打开之后草稿有变化：${summary}您写的内容还在，请核对后再保存。` });
}
