import { Type, type Static } from 'typebox';

export const Citizen = Type.Object(
  {
    maskedPhoneNumber: Type.Union([Type.String({ description: '例如 199****0001' }), Type.Null()]),
    joinedAt: Type.String({ format: 'date-time' }),
    isStaff: Type.Boolean({ description: '是否是在职的工作人员' }),
    privacyPolicyVersion: Type.Union([Type.String(), Type.Null()], { description: '最近一次同意的隐私保护指引版本' }),
  },
  { title: 'Citizen' },
);
export type Citizen = Static<typeof Citizen>;

/** Mainland mobile numbers only: notices and call-backs go there. */
export const MobileNumber = Type.String({ pattern: '^1[3-9][0-9]{9}$', description: '11 位中国大陆手机号' });

export const BindPhoneNumberBody = Type.Union(
  [
    Type.Object(
      { source: Type.Literal('wechat'), code: Type.String({ minLength: 1, maxLength: 256, description: 'getPhoneNumber 按钮给出的凭证' }) },
      { additionalProperties: false },
    ),
    Type.Object(
      { source: Type.Literal('sms'), phoneNumber: MobileNumber, code: Type.String({ pattern: '^[0-9]{6}$', description: '短信中的 6 位数字' }) },
      { additionalProperties: false },
    ),
  ],
  { title: 'BindPhoneNumberBody' },
);
export type BindPhoneNumberBody = Static<typeof BindPhoneNumberBody>;

export const SendPhoneCodeBody = Type.Object({ phoneNumber: MobileNumber }, { additionalProperties: false, title: 'SendPhoneCodeBody' });
export type SendPhoneCodeBody = Static<typeof SendPhoneCodeBody>;

export const PhoneCodeSent = Type.Object(
  { expiresAt: Type.String({ format: 'date-time' }), resendAfterSeconds: Type.Integer({ minimum: 0 }) },
  { title: 'PhoneCodeSent' },
);
export type PhoneCodeSent = Static<typeof PhoneCodeSent>;
