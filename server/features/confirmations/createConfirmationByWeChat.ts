import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { ConfirmByWeChatBody, GrantedConfirmation } from '../../contract/confirmations';
import { staffEndpoint } from '../../endpoint';
import { confirmationMilliseconds } from '../../staff/confirmedActs';
import { staffActor } from '../../staff/staffActor';
import { originOf } from './confirmationRepository';

/** On the phone itself there is no second device: a code that WeChat gives at this moment shows who holds it. */
export const createConfirmationByWeChat = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/confirmations/by-wechat',
    summary: '在手机上直接确认一项操作：用微信此刻给出的凭证证明是本人',
    body: ConfirmByWeChatBody,
    reply: GrantedConfirmation,
    status: 201,
    errors: ['confirmation_not_yours', 'feature_unavailable', 'snapshot_user_refused', 'wechat_code_invalid', 'wechat_code_used', 'wechat_user_blocked', 'wechat_unavailable', 'wechat_misconfigured'],
    limits: [{ per: 'citizen', limit: 60, windowSeconds: 600 }],
  },
  async ({ app, body, staff, citizen, request }) => {
    const { appId, openId } = await identityOf(app, body);
    const known = await app.db.selectFrom('wechat_identities').where('app_id', '=', appId).where('open_id', '=', openId).select('citizen_id').executeTakeFirst();
    if (known?.citizen_id !== citizen.citizenId) throw new ApiError('confirmation_not_yours');
    const id = randomUUID();
    const origin = originOf(app, request);
    await app.db.transaction().execute(async (tx) => {
      await tx
        .insertInto('confirmation_requests')
        .values({
          id,
          kind: 'act',
          act: body.act,
          asked_by: staff.staffId,
          session_id: citizen.sessionId,
          secret_hash: null,
          code_index: null,
          number: null,
          ...origin,
          decision: 'confirmed',
          decided_at: origin.asked_at,
          decided_by: staff.staffId,
        })
        .execute();
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'confirm_act',
        objectKind: 'confirmation_request',
        objectId: id,
        after: { act: body.act, means: 'wechat', browser: origin.browser },
        at: origin.asked_at,
      });
    });
    return { id, validUntil: new Date(origin.asked_at.getTime() + confirmationMilliseconds).toISOString() };
  },
);

async function identityOf(app: FastifyInstance, { client, code }: ConfirmByWeChatBody): Promise<{ appId: string; openId: string }> {
  const isMiniProgram = client === 'mini_program';
  const appId = isMiniProgram ? app.config.WECHAT_MINI_PROGRAM_APP_ID : app.config.WECHAT_OFFICIAL_ACCOUNT_APP_ID;
  if (appId === undefined) throw new ApiError('feature_unavailable');
  const { openId } = await (isMiniProgram ? app.wechat.exchangeLoginCode(code) : app.wechat.exchangeOfficialAccountCode(code));
  return { appId, openId };
}
