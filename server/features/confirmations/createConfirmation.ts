import { Confirmation, CreateConfirmationBody } from '../../contract/confirmations';
import { staffEndpoint } from '../../endpoint';
import { addRequest } from './confirmationRepository';

export const createConfirmation = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/confirmations',
    summary: '请求在手机上确认一项操作：取得二维码的内容',
    body: CreateConfirmationBody,
    reply: Confirmation,
    status: 201,
    limits: [{ per: 'citizen', limit: 60, windowSeconds: 600 }],
  },
  async ({ app, body, staff, citizen, request }) => {
    const added = await addRequest(
      { app, request },
      { kind: 'act', act: body.act, asked_by: staff.staffId, session_id: citizen.sessionId, secret_hash: null },
    );
    return { ...added, act: body.act };
  },
);
