import { ConfirmationRequest, RequestIdParams } from '../../contract/confirmations';
import { staffEndpoint } from '../../endpoint';
import { requireDecider } from './confirmationPolicy';
import { presentRequest } from './confirmationPresenter';
import { findRequest, markScanned } from './confirmationRepository';

export const getConfirmationRequest = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/confirmation-requests/:requestId',
    summary: '扫码后查看要确认什么；电脑上随之显示“已扫码”',
    params: RequestIdParams,
    reply: ConfirmationRequest,
    errors: ['confirmation_request_not_found', 'confirmation_needs_phone'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 600 }],
  },
  async ({ app, params, staff, citizen }) => {
    const now = app.clock.now();
    const row = await findRequest(app.db, params.requestId);
    requireDecider(row, staff, citizen);
    return presentRequest({ ...(await markScanned(app.db, row, now)), number: row.number }, app.config.SITE_NAME, now);
  },
);
