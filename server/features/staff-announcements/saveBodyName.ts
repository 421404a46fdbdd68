import { auditAct } from '../../announcements/history';
import { ApiError } from '../../apiError';
import { BodyName, BodyNameBody, BodyNameParams } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { mayEditBodyNames } from '../../staff/announcementPolicy';
import { byOf } from './draftView';

export const saveBodyName = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/body-names/:bodyNameId',
    summary: '增加或修改一条机构名称；编号由设备定，重复提交结果相同',
    params: BodyNameParams,
    body: BodyNameBody,
    reply: BodyName,
    errors: ['body_name_exists'],
  },
  async ({ app, params: { bodyNameId: id }, body, staff, request }) => {
    if (!mayEditBodyNames(staff)) throw new ApiError('not_allowed');
    const [wrong, right] = [body.wrong.trim(), body.right.trim()];
    if (wrong === right) throw new ApiError('request_invalid', { fieldErrors: [{ field: 'body.right', message: '正确说法和错误说法不能相同。' }] });
    const now = app.clock.now();
    await app.db.transaction().execute(async (tx) => {
      const before = await tx.selectFrom('body_names').where('id', '=', id).select(['wrong', 'right']).forUpdate().executeTakeFirst();
      if (before?.wrong === wrong && before.right === right) return;
      await tx
        .insertInto('body_names')
        .values({ id, wrong, right, updated_at: now, updated_by: staff.staffId })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ wrong, right, updated_at: now, updated_by: staff.staffId }))
        .execute()
        .catch((error: unknown) => {
          throw (error as { code?: unknown }).code === '23505' ? new ApiError('body_name_exists', {}, { cause: error }) : error;
        });
      await auditAct(tx, byOf(staff, request), { action: 'save_body_name', objectKind: 'body_name', objectId: id, ...(before === undefined ? {} : { before }), after: { wrong, right } }, now);
    });
    return { id, wrong, right };
  },
);
