import { Type, type Static } from 'typebox';
import { DepartmentRef } from './departments';
import { FeedbackKind, GuidePart } from './feedback';
import { PageQuery, pageOf } from './pagination';
import { GuideRef } from './serviceGuides';

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: names, title });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** 管理员, 编辑, 审核, 派单, 承办, 督办, 大厅管理, 窗口, 审计. Granted for a department and all below it. */
export const StaffRole = literals('StaffRole', [
  'administrator',
  'editor',
  'approver',
  'dispatcher',
  'handler',
  'supervisor',
  'hall_manager',
  'window_clerk',
  'auditor',
]);
export type StaffRole = Static<typeof StaffRole>;

export const GrantedRole = Type.Object({ role: StaffRole, department: DepartmentRef }, { title: 'GrantedRole' });
export type GrantedRole = Static<typeof GrantedRole>;

/** What a staff member sees before accepting; the whole number is known to whoever owns it. */
export const StaffInvitation = Type.Object(
  {
    name: Type.String({ description: '被邀请人的姓名' }),
    maskedPhoneNumber: Type.String({ description: '只有绑定了这个手机号的人才能接受' }),
    position: nullable(Type.String({ description: '职务' })),
    roles: Type.Array(GrantedRole),
    expiresAt: Type.String({ format: 'date-time' }),
  },
  { title: 'StaffInvitation' },
);
export type StaffInvitation = Static<typeof StaffInvitation>;

export const InvitationParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, { additionalProperties: false });

/** Pages of the staff part that the member may open. */
export const StaffArea = literals('StaffArea', ['reports', 'searches', 'announcements', 'body_names', 'guide_drafts', 'guide_reviews', 'synonyms', 'imports', 'departments', 'offices', 'members', 'audit']);
export type StaffArea = Static<typeof StaffArea>;

export const CurrentStaffMember = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    position: nullable(Type.String()),
    roles: Type.Array(GrantedRole),
    areas: Type.Array(StaffArea, { description: '可以打开哪些页面' }),
    standsInFor: Type.Array(Type.Object({ name: Type.String(), until: Type.String({ format: 'date' }) }), { description: '现在代谁值守，到哪天为止' }),
  },
  { title: 'CurrentStaffMember' },
);
export type CurrentStaffMember = Static<typeof CurrentStaffMember>;

export const FeedbackOutcome = literals('FeedbackOutcome', ['corrected', 'explained', 'not_applicable']);
export type FeedbackOutcome = Static<typeof FeedbackOutcome>;

export const ReportAction = literals('ReportAction', ['close', 'read_contact']);

/** A reported mistake, or words about the mini-program, as the staff member who deals with it sees it. */
export const StaffReport = Type.Object(
  {
    id: Type.String(),
    referenceNumber: Type.String(),
    receivedAt: Type.String({ format: 'date-time' }),
    guide: nullable(GuideRef),
    guideVersion: nullable(Type.Integer()),
    part: nullable(GuidePart),
    kind: nullable(FeedbackKind),
    department: nullable(DepartmentRef),
    description: Type.String(),
    maskedContactPhone: nullable(Type.String({ description: '例如 199****0001；要联系时用 readReportContact 另行查看' })),
    outcome: nullable(FeedbackOutcome),
    outcomeNote: nullable(Type.String()),
    closedAt: nullable(Type.String({ format: 'date-time' })),
    allowedActions: Type.Array(ReportAction),
  },
  { title: 'StaffReport' },
);
export type StaffReport = Static<typeof StaffReport>;

export const StaffReportPage = pageOf(StaffReport);
export type StaffReportPage = Static<typeof StaffReportPage>;

export const StaffReportQuery = Type.Object(
  { cursor: PageQuery.cursor, limit: PageQuery.limit, status: Type.Optional(literals('ReportStatus', ['open', 'closed'])) },
  { additionalProperties: false },
);

export const ReportIdParams = Type.Object({ reportId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

/** 核实情况, 告知处理结果, 约时间当面帮助. Fixed words, so that the audit trail can hold them in clear. */
export const ContactPurpose = literals('ContactPurpose', ['ask_for_details', 'tell_outcome', 'arrange_help']);
export type ContactPurpose = Static<typeof ContactPurpose>;

export const ReadContactBody = Type.Object({ purpose: ContactPurpose }, { additionalProperties: false, title: 'ReadContactBody' });

export const ReportContact = Type.Object({ contactPhone: Type.String() }, { title: 'ReportContact' });
export type ReportContact = Static<typeof ReportContact>;

export const CloseReportBody = Type.Object(
  { outcome: FeedbackOutcome, note: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: '怎么处理的' })) },
  { additionalProperties: false, title: 'CloseReportBody' },
);
export type CloseReportBody = Static<typeof CloseReportBody>;

export const SearchWithoutResult = Type.Object(
  { query: Type.String(), times: Type.Integer({ minimum: 1 }), lastOn: Type.String({ format: 'date' }) },
  { title: 'SearchWithoutResult' },
);
export type SearchWithoutResult = Static<typeof SearchWithoutResult>;

const searchStatuses = ['open', 'dealt_with'] as const;
export const SearchWithoutResultQuery = Type.Object(
  { status: Type.Optional(Type.Unsafe<(typeof searchStatuses)[number]>({ type: 'string', enum: [...searchStatuses], title: 'SearchStatus' })) },
  { additionalProperties: false },
);

/** The phrase as the list shows it. */
export const SearchDealtWithBody = Type.Object({ query: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false, title: 'SearchDealtWithBody' });

export const SearchWithoutResultList = Type.Object(
  { items: Type.Array(SearchWithoutResult), since: Type.String({ format: 'date', description: '从哪天算起' }) },
  { title: 'SearchWithoutResultList' },
);
export type SearchWithoutResultList = Static<typeof SearchWithoutResultList>;
