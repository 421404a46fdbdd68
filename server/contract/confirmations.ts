import { Type, type Static } from 'typebox';
import { SignedIn } from './sessions';

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: names, title });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** 邀请工作人员, 改动职责, 停用账号, 导出记录, 查看个人信息. What a staff member has to confirm afresh each time. */
export const ConfirmedAct = literals('ConfirmedAct', ['invite_member', 'change_roles', 'suspend_member', 'export_records', 'unmask_personal_data']);
export type ConfirmedAct = Static<typeof ConfirmedAct>;

/** The header in which a call names the confirmation it was given. */
export const confirmationHeader = 'x-confirmation';

export const ConfirmationState = literals('ConfirmationState', ['waiting', 'scanned', 'confirmed', 'refused', 'expired']);
export type ConfirmationState = Static<typeof ConfirmationState>;

const shown = {
  id: Type.String({ description: '放进二维码' }),
  code: Type.String({ description: '扫不了码时输入的八位数字' }),
  number: Type.Integer({ minimum: 10, maximum: 99, description: '须与手机上显示的相同' }),
  expiresAt: Type.String({ format: 'date-time' }),
};

/** What a desktop browser shows to be signed in from the phone. */
export const SignInRequest = Type.Object({ ...shown, secret: Type.String({ description: '只留在这个浏览器里，凭它取得登录' }) }, { title: 'SignInRequest' });
export type SignInRequest = Static<typeof SignInRequest>;

export const RequestIdParams = Type.Object({ requestId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

export const DesktopSessionBody = Type.Object({ secret: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, { additionalProperties: false, title: 'DesktopSessionBody' });

/** How far signing in has got; `signedIn` is there when it was confirmed. */
export const SignInProgress = Type.Object({ state: ConfirmationState, signedIn: nullable(SignedIn) }, { title: 'SignInProgress' });
export type SignInProgress = Static<typeof SignInProgress>;

export const CreateConfirmationBody = Type.Object({ act: ConfirmedAct }, { additionalProperties: false, title: 'CreateConfirmationBody' });

/** What a screen shows to have an act confirmed on the phone. */
export const Confirmation = Type.Object({ ...shown, act: ConfirmedAct }, { title: 'Confirmation' });
export type Confirmation = Static<typeof Confirmation>;

export const ConfirmationProgress = Type.Object({ state: ConfirmationState }, { title: 'ConfirmationProgress' });
export type ConfirmationProgress = Static<typeof ConfirmationProgress>;

export const ConfirmByWeChatBody = Type.Object(
  {
    act: ConfirmedAct,
    client: literals('WeChatClient', ['mini_program', 'h5']),
    code: Type.String({ minLength: 1, maxLength: 256, description: '此刻向微信取得的一次性凭证' }),
  },
  { additionalProperties: false, title: 'ConfirmByWeChatBody' },
);
export type ConfirmByWeChatBody = Static<typeof ConfirmByWeChatBody>;

export const GrantedConfirmation = Type.Object(
  { id: Type.String({ description: '放在请求头 x-confirmation 中，只能用于一次操作' }), validUntil: Type.String({ format: 'date-time' }) },
  { title: 'GrantedConfirmation' },
);
export type GrantedConfirmation = Static<typeof GrantedConfirmation>;

export const Decision = literals('Decision', ['confirm', 'refuse']);
export type Decision = Static<typeof Decision>;

/** What the phone shows before anything is confirmed. */
export const ConfirmationRequest = Type.Object(
  {
    id: Type.String(),
    kind: literals('ConfirmationKind', ['sign_in', 'act']),
    act: nullable(ConfirmedAct),
    siteName: Type.String(),
    browser: Type.String({ description: '例如 Windows 电脑上的 Chrome' }),
    clientAddress: Type.String({ description: '请求来自的网络地址' }),
    askedAt: Type.String({ format: 'date-time' }),
    number: Type.Integer({ description: '须与电脑上显示的相同' }),
    state: ConfirmationState,
    allowedActions: Type.Array(Decision),
  },
  { title: 'ConfirmationRequest' },
);
export type ConfirmationRequest = Static<typeof ConfirmationRequest>;

export const ConfirmationCodeQuery = Type.Object({ code: Type.String({ pattern: '^[0-9]{8}$' }) }, { additionalProperties: false });

export const DecisionBody = Type.Object({ decision: Decision }, { additionalProperties: false, title: 'DecisionBody' });
