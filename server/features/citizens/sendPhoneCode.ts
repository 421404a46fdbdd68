import { randomInt } from 'node:crypto';
import { ApiError } from '../../apiError';
import { PhoneCodeSent, SendPhoneCodeBody } from '../../contract/citizens';
import { citizenEndpoint } from '../../endpoint';
import { phoneNumberContext } from '../../presenters/citizenPresenter';
import { codeLifeMilliseconds, deletePhoneCodes, findPhoneCode, hashPhoneCode, resendAfterMilliseconds, savePhoneCode } from './phoneNumberRepository';

const day = 86_400;

export const sendPhoneCode = citizenEndpoint(
  {
    method: 'POST',
    url: '/phone-number-codes',
    summary: '向手机号发送 6 位验证码；一分钟内重复请求不会再发一条',
    body: SendPhoneCodeBody,
    reply: PhoneCodeSent,
    status: 202,
    errors: ['feature_unavailable', 'sms_unavailable'],
    limits: [
      { per: 'citizen', limit: 10, windowSeconds: day },
      { per: 'address', limit: 60, windowSeconds: 3_600 },
    ],
  },
  async ({ app, body, citizen }) => {
    if (app.sms === undefined) throw new ApiError('feature_unavailable');
    const now = app.clock.now();
    const index = app.encryption.blindIndex(body.phoneNumber, phoneNumberContext);
    const before = await findPhoneCode(app.db, citizen.citizenId, index);
    const mayResendAt = (before?.sent_at.getTime() ?? 0) + resendAfterMilliseconds;
    if (before !== undefined && mayResendAt > now.getTime()) {
      return { expiresAt: before.expires_at.toISOString(), resendAfterSeconds: Math.ceil((mayResendAt - now.getTime()) / 1000) };
    }
    // Nobody's phone may be rung all day by people who take turns.
    const outcome = await app.rateLimits.takeAll([{ key: `sendPhoneCode:number:${index}`, rule: { limit: 10, windowSeconds: day } }]);
    if (!outcome.allowed) throw new ApiError('rate_limited', { retryAfterSeconds: outcome.retryAfterSeconds });
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const minutes = codeLifeMilliseconds / 60_000;
    const expiresAt = await savePhoneCode(app.db, {
      citizenId: citizen.citizenId,
      phoneNumberIndex: index,
      hash: hashPhoneCode(app.encryption, citizen.citizenId, body.phoneNumber, code),
      now,
    });
    try {
      await app.sms.send(body.phoneNumber, `【${app.config.SITE_NAME}】验证码 ${code}，${minutes} 分钟内有效，用于绑定手机号。请勿告诉他人，工作人员不会向您索要。`);
    } catch (error) {
      // A code that was never sent must not keep its owner from asking for another.
      await deletePhoneCodes(app.db, citizen.citizenId);
      throw error;
    }
    return { expiresAt: expiresAt.toISOString(), resendAfterSeconds: resendAfterMilliseconds / 1000 };
  },
);
