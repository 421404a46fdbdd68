import { Type, type Static } from 'typebox';
import { MobileNumber } from './citizens';
import { PageQuery, pageOf } from './pagination';
import { GrantedRole, StaffRole } from './staff';
import { WorkKind } from './work';

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: names, title });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** 已邀请, 在岗, 已停用 */
export const StaffStatus = literals('StaffStatus', ['invited', 'active', 'suspended']);
export type StaffStatus = Static<typeof StaffStatus>;

/** 改动职责, 停用并移交, 重发邀请, 撤回邀请, 恢复, 指定代班人 */
export const MemberAction = literals('MemberAction', ['change_roles', 'suspend', 'renew_invitation', 'cancel_invitation', 'reinstate', 'name_stand_in']);
export type MemberAction = Static<typeof MemberAction>;

const PersonRef = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'StaffMemberRef' });

const summary = {
  id: Type.String(),
  name: Type.String(),
  position: nullable(Type.String({ description: '职务' })),
  status: StaffStatus,
  roles: Type.Array(GrantedRole),
};

export const StaffMemberSummary = Type.Object(summary, { title: 'StaffMemberSummary' });
export type StaffMemberSummary = Static<typeof StaffMemberSummary>;

export const StaffMemberPage = pageOf(StaffMemberSummary);
export type StaffMemberPage = Static<typeof StaffMemberPage>;

const DepartmentId = Type.String({ pattern: '^[1-9][0-9]{0,14}$' });

export const StaffMemberQuery = Type.Object(
  {
    cursor: PageQuery.cursor,
    limit: PageQuery.limit,
    departmentId: Type.Optional(DepartmentId),
    status: Type.Optional(StaffStatus),
    role: Type.Optional(StaffRole),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 50, description: '姓名或其中几个字' })),
  },
  { additionalProperties: false },
);

/** An absence that somebody covers; the dates are days in Shanghai, both included. */
export const StandIn = Type.Object(
  {
    id: Type.String(),
    absent: PersonRef,
    standIn: PersonRef,
    from: Type.String({ format: 'date' }),
    to: Type.String({ format: 'date' }),
    isNow: Type.Boolean({ description: '现在正在代' }),
  },
  { title: 'StandIn' },
);
export type StandIn = Static<typeof StandIn>;

export const StaffMember = Type.Object(
  {
    ...summary,
    maskedPhoneNumber: Type.String(),
    hasAccount: Type.Boolean({ description: '在岗但没有账号：本人注销了账号' }),
    invitationExpiresAt: nullable(Type.String({ format: 'date-time', description: '还能接受的邀请到什么时候' })),
    suspendedAt: nullable(Type.String({ format: 'date-time' })),
    standIns: Type.Array(StandIn, { description: '还没有结束的代班：别人代 TA 的，和 TA 代别人的' }),
    allowedActions: Type.Array(MemberAction),
  },
  { title: 'StaffMember' },
);
export type StaffMember = Static<typeof StaffMember>;

export const MemberIdParams = Type.Object({ memberId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

const Grant = Type.Object({ role: StaffRole, departmentId: DepartmentId }, { additionalProperties: false, title: 'RoleGrant' });
export type RoleGrantBody = Static<typeof Grant>;

export const InviteMemberBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 50, pattern: '\\S', description: '姓名' }),
    phoneNumber: MobileNumber,
    position: Type.Optional(Type.String({ minLength: 1, maxLength: 50, description: '职务' })),
    roles: Type.Array(Grant, { minItems: 1, maxItems: 30 }),
  },
  { additionalProperties: false, title: 'InviteMemberBody' },
);
export type InviteMemberBody = Static<typeof InviteMemberBody>;

export const ReinstateMemberBody = Type.Object({ roles: Type.Array(Grant, { minItems: 1, maxItems: 30 }) }, { additionalProperties: false, title: 'ReinstateMemberBody' });

/** Shown once: the link is kept nowhere. */
export const IssuedInvitation = Type.Object(
  {
    memberId: Type.String(),
    link: Type.String({ description: '发给本人的链接' }),
    path: Type.String({ description: '小程序内的页面，可以转发' }),
    qrCode: Type.String({ description: '链接的二维码，SVG 图片的 data 地址' }),
    expiresAt: Type.String({ format: 'date-time' }),
  },
  { title: 'IssuedInvitation' },
);
export type IssuedInvitation = Static<typeof IssuedInvitation>;

export const ChangeRolesBody = Type.Object(
  { grant: Type.Array(Grant, { maxItems: 30 }), revoke: Type.Array(Grant, { maxItems: 30 }) },
  { additionalProperties: false, title: 'ChangeRolesBody' },
);
export type ChangeRolesBody = Static<typeof ChangeRolesBody>;

export const Colleague = Type.Object({ id: Type.String(), name: Type.String(), position: nullable(Type.String()) }, { title: 'Colleague' });
export type Colleague = Static<typeof Colleague>;

export const ColleagueList = Type.Object({ items: Type.Array(Colleague) }, { title: 'ColleagueList' });
export type ColleagueList = Static<typeof ColleagueList>;

/** What is handed over when the member leaves, and to whom it may go. */
export const HandOver = Type.Object(
  {
    owned: Type.Array(Type.Object({ kind: WorkKind, name: Type.String({ description: '给人看的类别' }), count: Type.Integer({ minimum: 1 }) })),
    successors: Type.Array(Colleague),
  },
  { title: 'HandOver' },
);
export type HandOver = Static<typeof HandOver>;

export const LeavePostBody = Type.Object(
  { successorId: Type.Optional(Type.String({ format: 'uuid', description: '接手人；名下没有未办完的事时可以不写' })) },
  { additionalProperties: false, title: 'LeavePostBody' },
);
export type LeavePostBody = Static<typeof LeavePostBody>;

export const StandInParams = Type.Object({ memberId: Type.String({ format: 'uuid' }), standInId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

export const NameStandInBody = Type.Object(
  {
    colleagueId: Type.String({ format: 'uuid', description: '由谁代' }),
    from: Type.String({ format: 'date', description: '从哪天起' }),
    to: Type.String({ format: 'date', description: '到哪天为止，含当天' }),
  },
  { additionalProperties: false, title: 'NameStandInBody' },
);
export type NameStandInBody = Static<typeof NameStandInBody>;
