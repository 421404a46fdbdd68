import { ApiError } from '../../apiError';
import type { AuditAction } from '../../audit/auditActions';
import { recordAudit } from '../../audit/recordAudit';
import { ConfirmationRequest, DecisionBody, RequestIdParams, type Decision } from '../../contract/confirmations';
import { staffEndpoint } from '../../endpoint';
import { staffActor } from '../../staff/staffActor';
import { requireDecider } from './confirmationPolicy';
import { presentRequest } from './confirmationPresenter';
import { lockRequest, type RequestRow } from './confirmationRepository';
import { decisionsAs, isWaiting, requestMilliseconds, stateOf } from './confirmationRules';

const actions: Record<RequestRow['kind'], Record<Decision, AuditAction>> = {
  sign_in: { confirm: 'confirm_sign_in', refuse: 'refuse_sign_in' },
  act: { confirm: 'confirm_act', refuse: 'refuse_act' },
};

export const decideConfirmationRequest = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/confirmation-requests/:requestId/decision',
    summary: '在手机上确认或拒绝；同一决定可以安全地重复提交',
    params: RequestIdParams,
    body: DecisionBody,
    reply: ConfirmationRequest,
    errors: ['confirmation_request_not_found', 'confirmation_needs_phone', 'confirmation_request_expired', 'confirmation_request_decided'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 600 }],
  },
  async ({ app, params, body, staff, citizen, request }) =>
    app.db.transaction().execute(async (tx) => {
      const now = app.clock.now();
      const row = await lockRequest(tx, params.requestId);
      requireDecider(row, staff, citizen);
      const decision = decisionsAs[body.decision];
      // The same call again, because its answer was lost.
      if (row.decision === decision && row.decided_by === staff.staffId) return presentRequest(row, app.config.SITE_NAME, now);
      const state = stateOf(row, now);
      if (!isWaiting(state)) throw new ApiError(state === 'expired' ? 'confirmation_request_expired' : 'confirmation_request_decided');
      await tx
        .updateTable('confirmation_requests')
        .set({ decision, decided_at: now, decided_by: staff.staffId, expires_at: new Date(now.getTime() + requestMilliseconds) })
        .where('id', '=', row.id)
        .execute();
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: actions[row.kind][body.decision],
        objectKind: 'confirmation_request',
        objectId: row.id,
        // Where the request came from; where the phone was stands beside it.
        after: { act: row.act, means: 'phone', browser: row.browser, askedFrom: row.client_address },
        at: now,
      });
      return presentRequest({ ...row, decision, decided_at: now, decided_by: staff.staffId }, app.config.SITE_NAME, now);
    }),
);
