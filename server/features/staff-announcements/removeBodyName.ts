import { auditAct } from '../../announcements/history';
import { ApiError } from '../../apiError';
import { BodyNameParams } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { mayEditBodyNames } from '../../staff/announcementPolicy';
import { byOf } from './draftView';

export const removeBodyName = staffEndpoint(
  { method: 'DELETE', url: '/staff/body-names/:bodyNameId', summary: '删去一条机构名称；已经没有的也算完成', params: BodyNameParams },
  async ({ app, params: { bodyNameId: id }, staff, request }) => {
    if (!mayEditBodyNames(staff)) throw new ApiError('not_allowed');
    const now = app.clock.now();
    await app.db.transaction().execute(async (tx) => {
      const removed = await tx.deleteFrom('body_names').where('id', '=', id).returning(['wrong', 'right']).executeTakeFirst();
      if (removed !== undefined) await auditAct(tx, byOf(staff, request), { action: 'remove_body_name', objectKind: 'body_name', objectId: id, before: removed }, now);
    });
  },
);
