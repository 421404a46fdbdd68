import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { OfficeCode, OfficeDetail } from '../../contract/offices';
import { publicEndpoint } from '../../endpoint';
import { presentOffice, presentWindow } from '../../presenters/officePresenter';
import { findOffice, findWindows } from './officeRepository';

export const getOffice = publicEndpoint(
  {
    method: 'GET',
    url: '/offices/:officeCode',
    summary: '一个大厅的地址、开放时间、交通和窗口',
    params: Type.Object({ officeCode: OfficeCode }, { additionalProperties: false }),
    reply: OfficeDetail,
    errors: ['office_not_found'],
    cachedFrom: ['offices', 'window_counters', 'service_guides'],
  },
  async ({ app, params }) => {
    const office = await findOffice(app.db, params.officeCode);
    if (office === undefined) throw new ApiError('office_not_found');
    const windows = await findWindows(app.db, office.id);
    return { ...presentOffice(office), windows: windows.map(presentWindow), guideCount: office.guide_count };
  },
);
