import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { OfficeCodeParams, PlaceOfficeBody, StaffOfficeList } from '../../contract/staffOffices';
import { staffEndpoint } from '../../endpoint';
import { mayChangeOffices } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { presentStaffOffice } from './staffOfficePresenter';
import { findStaffOffice, findStaffOffices, lockOffices, placeOfficeBefore } from './staffOfficeRepository';

export const moveOffice = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/offices/:officeCode/place',
    summary: '调整大厅显示的先后',
    params: OfficeCodeParams,
    body: PlaceOfficeBody,
    reply: StaffOfficeList,
    errors: ['office_not_found'],
  },
  async ({ app, params, body, staff, request }) => {
    if (!mayChangeOffices(staff)) throw new ApiError('not_allowed');
    await app.db.transaction().execute(async (tx) => {
      await lockOffices(tx);
      const before = await findStaffOffice(tx, params.officeCode);
      if (before === undefined) throw new ApiError('office_not_found');
      await placeOfficeBefore(tx, params.officeCode, body.beforeCode);
      const after = await findStaffOffice(tx, params.officeCode);
      if (after === undefined || after.sort_order === before.sort_order) return;
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'move_office',
        objectKind: 'office',
        objectId: params.officeCode,
        before: { position: before.sort_order },
        after: { position: after.sort_order },
        at: app.clock.now(),
      });
    });
    return { items: (await findStaffOffices(app.db)).map(presentStaffOffice), allowedActions: ['add' as const] };
  },
);
