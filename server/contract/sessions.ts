import { Type, type Static } from 'typebox';
import { Citizen } from './citizens';
import { pageOf } from './pagination';

/** `desktop`: a computer's browser, signed in from the phone of a staff member. */
export const SessionClient = Type.Union([Type.Literal('mini_program'), Type.Literal('h5'), Type.Literal('desktop')], { title: 'SessionClient' });
export type SessionClient = Static<typeof SessionClient>;

/** What a client sends to turn a WeChat code into a session of ours. */
export const SignInBody = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 256, description: 'wx.login 或公众号授权页给出的一次性凭证' }),
    privacyPolicyVersion: Type.String({ minLength: 1, maxLength: 20, description: '用户已同意的隐私保护指引版本' }),
    deviceLabel: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: '设备名称，供本人辨认登录' })),
  },
  { additionalProperties: false, title: 'SignInBody' },
);
export type SignInBody = Static<typeof SignInBody>;

export const SignedIn = Type.Object(
  { token: Type.String({ description: '放在 Authorization: Bearer 中' }), expiresAt: Type.String({ format: 'date-time' }), citizen: Citizen },
  { title: 'SignedIn' },
);
export type SignedIn = Static<typeof SignedIn>;

export const Session = Type.Object(
  {
    id: Type.String(),
    client: SessionClient,
    deviceLabel: Type.Union([Type.String(), Type.Null()]),
    createdAt: Type.String({ format: 'date-time' }),
    lastSeenAt: Type.String({ format: 'date-time' }),
    isCurrent: Type.Boolean({ description: '是否就是发出本次请求的登录' }),
  },
  { title: 'Session' },
);
export type Session = Static<typeof Session>;

export const SessionPage = pageOf(Session);
export type SessionPage = Static<typeof SessionPage>;
