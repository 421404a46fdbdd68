import { ConfirmationCodeQuery, ConfirmationRequest } from '../../contract/confirmations';
import { staffEndpoint } from '../../endpoint';
import { requireDecider } from './confirmationPolicy';
import { presentRequest } from './confirmationPresenter';
import { codeIndex, findRequestByCode, markScanned } from './confirmationRepository';

export const findConfirmationRequest = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/confirmation-requests',
    summary: '扫不了码时，用电脑上显示的八位数字查看要确认什么',
    query: ConfirmationCodeQuery,
    reply: ConfirmationRequest,
    errors: ['confirmation_request_not_found', 'confirmation_needs_phone'],
    // Against trying numbers out: a hundred million of them, of which a few are good for two minutes.
    limits: [{ per: 'citizen', limit: 30, windowSeconds: 600 }],
  },
  async ({ app, query, staff, citizen }) => {
    const now = app.clock.now();
    const row = await findRequestByCode(app.db, codeIndex(app.encryption, query.code), now);
    requireDecider(row, staff, citizen);
    return presentRequest({ ...(await markScanned(app.db, row, now)), number: row.number }, app.config.SITE_NAME, now);
  },
);
