import { ApiError } from '../../apiError';
import { ConfirmationProgress, RequestIdParams } from '../../contract/confirmations';
import { staffEndpoint } from '../../endpoint';
import { findRequest } from './confirmationRepository';
import { stateOf } from './confirmationRules';

export const getConfirmation = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/confirmations/:requestId',
    summary: '请求确认的一方询问：手机上确认了没有',
    params: RequestIdParams,
    reply: ConfirmationProgress,
    errors: ['confirmation_request_not_found'],
  },
  async ({ app, params, citizen }) => {
    const row = await findRequest(app.db, params.requestId);
    if (row === undefined || row.session_id !== citizen.sessionId) throw new ApiError('confirmation_request_not_found');
    return { state: stateOf(row, app.clock.now()) };
  },
);
