import { ApiError } from '../../apiError';
import { BindPhoneNumberBody, Citizen } from '../../contract/citizens';
import { citizenEndpoint, type CitizenCall } from '../../endpoint';
import { phoneNumberContext, presentCitizen } from '../../presenters/citizenPresenter';
import { isActiveStaff } from '../../staff/staffSession';
import { hashPhoneCode, hashProof, savePhoneNumber, spendPhoneCode } from './phoneNumberRepository';
import type { TSchema } from 'typebox';

export const bindPhoneNumber = citizenEndpoint(
  {
    method: 'PUT',
    url: '/citizens/current/phone-number',
    summary: '绑定手机号：小程序用微信的凭证，网页版用短信验证码；同一凭证可以安全地重复提交',
    body: BindPhoneNumberBody,
    reply: Citizen,
    errors: ['phone_code_incorrect', 'phone_code_expired', 'phone_number_unsupported', 'wechat_code_invalid', 'wechat_code_used', 'wechat_unavailable', 'wechat_misconfigured'],
    limits: [{ per: 'citizen', limit: 30, windowSeconds: 3_600 }],
  },
  async (call) => {
    const { app, body, citizen } = call;
    const proof = hashProof(body.source, body.code);
    const before = await app.db.selectFrom('citizens').where('id', '=', citizen.citizenId).selectAll().executeTakeFirstOrThrow();
    const isStaff = await isActiveStaff(app.db, citizen.citizenId);
    if (before.phone_number_proof?.equals(proof) === true) return presentCitizen(before, isStaff, app.encryption);
    const phoneNumber = await provenNumber(call);
    const after = await app.db
      .transaction()
      .execute((tx) => savePhoneNumber(tx, app.encryption, citizen.citizenId, { phoneNumber, proof, now: app.clock.now() }));
    return presentCitizen(after, isStaff, app.encryption);
  },
);

async function provenNumber({ app, body, citizen }: CitizenCall<TSchema, TSchema, typeof BindPhoneNumberBody>): Promise<string> {
  if (body.source === 'wechat') {
    const { countryCode, purePhoneNumber } = await app.wechat.getPhoneNumber(body.code);
    if (countryCode !== '86') throw new ApiError('phone_number_unsupported');
    return purePhoneNumber;
  }
  const index = app.encryption.blindIndex(body.phoneNumber, phoneNumberContext);
  const hash = hashPhoneCode(app.encryption, citizen.citizenId, body.phoneNumber, body.code);
  await spendPhoneCode(app.db, citizen.citizenId, index, hash, app.clock.now());
  return body.phoneNumber;
}
