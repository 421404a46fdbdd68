import { Type, type Static } from 'typebox';
import { DepartmentRef } from './departments';
import { GuidePart } from './feedback';
import { GuideContent, ItemType, type GuideContentField } from './guideContent';
import { PageQuery, pageOf } from './pagination';
import { GuideFieldChange, GuideFinding } from './serviceGuides';

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: names, title });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** 修改中, 待审核, 已退回, 已发布, 已放弃; see guideDraftFlow.ts for what leads from one to another. */
export const DraftStatus = literals('GuideDraftStatus', ['draft', 'submitted', 'returned', 'published', 'withdrawn']);
export type DraftStatus = Static<typeof DraftStatus>;

export const DraftAction = literals('GuideDraftAction', ['save', 'take_over', 'submit', 'return', 'publish', 'withdraw']);
export type DraftAction = Static<typeof DraftAction>;

export const DraftEventAction = literals('GuideDraftEventAction', ['start', 'save', 'take_over', 'submit', 'return', 'publish', 'withdraw', 'hand_over']);
export type DraftEventAction = Static<typeof DraftEventAction>;

export const GuideDraftSummary = Type.Object(
  {
    id: Type.String(),
    guideId: nullable(Type.String({ description: '新指南发布前为空' })),
    name: Type.String(),
    implementationCode: Type.String(),
    department: DepartmentRef,
    status: DraftStatus,
    statusName: Type.String({ description: '例如“待审核”' }),
    ownerName: nullable(Type.String({ description: '谁在写' })),
    isMine: Type.Boolean(),
    updatedAt: Type.String({ format: 'date-time' }),
  },
  { title: 'GuideDraftSummary' },
);
export type GuideDraftSummary = Static<typeof GuideDraftSummary>;

export const GuideDraftPage = pageOf(GuideDraftSummary);
export type GuideDraftPage = Static<typeof GuideDraftPage>;

/** 我写的, 等我审核的, 本部门没写完的, 本部门写完的 */
export const DraftList = literals('GuideDraftList', ['mine', 'to_approve', 'open', 'finished']);
export type DraftList = Static<typeof DraftList>;

export const GuideDraftQuery = Type.Object({ cursor: PageQuery.cursor, limit: PageQuery.limit, list: Type.Optional(DraftList) }, { additionalProperties: false });

/** A finding of the check, and whether it must be mended before the draft can be submitted. */
export const DraftFinding = Type.Object(
  { ...GuideFinding.properties, label: Type.String({ description: '字段的名称' }), isBlocking: Type.Boolean({ description: '提交前必须改正' }) },
  { title: 'GuideDraftFinding' },
);
export type DraftFinding = Static<typeof DraftFinding>;

export const DraftEvent = Type.Object(
  {
    name: Type.String({ description: '例如“提交审核”' }),
    by: nullable(Type.String()),
    at: Type.String({ format: 'date-time' }),
    reason: nullable(Type.String()),
    fields: Type.Array(Type.String(), { description: '改了哪些字段的名称' }),
  },
  { title: 'GuideDraftEvent' },
);
export type DraftEvent = Static<typeof DraftEvent>;

/** Somebody else who changed the draft within the last minutes. */
export const OtherEditor = Type.Object(
  { name: Type.String(), fields: Type.Array(Type.String(), { description: '刚改过的字段的名称' }), at: Type.String({ format: 'date-time' }) },
  { title: 'OtherEditor' },
);
export type OtherEditor = Static<typeof OtherEditor>;

export const DraftReport = Type.Object(
  {
    id: Type.String(),
    referenceNumber: Type.String(),
    part: nullable(GuidePart),
    description: nullable(Type.String({ description: '不归您处理的反馈不显示内容' })),
    isOpen: Type.Boolean(),
    closesWhenPublished: Type.Boolean({ description: '发布时标为“已改正”' }),
  },
  { title: 'GuideDraftReport' },
);
export type DraftReport = Static<typeof DraftReport>;

/** What was published since the draft began from an earlier version. */
export const NewerVersion = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    publishedAt: Type.String({ format: 'date-time' }),
    changes: Type.Array(GuideFieldChange, { description: '新版本改了什么' }),
    bothChanged: Type.Array(Type.Object({ field: Type.String(), label: Type.String() }), { description: '草稿也改了、要选用谁的' }),
  },
  { title: 'NewerVersion' },
);
export type NewerVersion = Static<typeof NewerVersion>;

export const GuideDraft = Type.Object(
  {
    ...GuideDraftSummary.properties,
    revision: Type.Integer({ minimum: 1, description: '内容每改一次加 1' }),
    baseVersion: nullable(Type.Integer({ minimum: 1, description: '在哪一版上改' })),
    content: GuideContent,
    check: Type.Object({ score: Type.Integer({ minimum: 0, maximum: 100 }), findings: Type.Array(DraftFinding) }),
    changes: Type.Array(GuideFieldChange, { description: '与已发布的相比；新指南的每一项都是新的' }),
    newerVersion: nullable(NewerVersion),
    otherEditors: Type.Array(OtherEditor),
    returnReason: nullable(Type.String({ description: '退回的原因，重新提交前一直显示' })),
    events: Type.Array(DraftEvent, { description: '从新到旧，最近 50 步' }),
    reports: Type.Array(DraftReport, { description: '这次修改回应的群众反馈' }),
    allowedActions: Type.Array(DraftAction),
    approvalNote: nullable(Type.String({ description: '为什么不能由您审核' })),
  },
  { title: 'GuideDraft' },
);
export type GuideDraft = Static<typeof GuideDraft>;

export const DraftIdParams = Type.Object({ draftId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
export const DraftReportParams = Type.Object({ ...DraftIdParams.properties, reportId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

const revision = Type.Integer({ minimum: 1, description: '您看到的那一次修改' });
export const RevisionBody = Type.Object({ revision }, { additionalProperties: false, title: 'RevisionBody' });
export type RevisionBody = Static<typeof RevisionBody>;

export const ReturnDraftBody = Type.Object(
  { revision, reason: Type.String({ minLength: 1, maxLength: 500, description: '要改什么' }) },
  { additionalProperties: false, title: 'GuideReturnDraftBody' },
);
export type ReturnDraftBody = Static<typeof ReturnDraftBody>;

/** The changed fields only; null takes a field out. What each field may be is checked by its own schema. */
export type DraftChanges = { [Field in GuideContentField]?: unknown };
export const SaveDraftBody = Type.Object(
  { revision, changes: Type.Unsafe<DraftChanges>({ type: 'object', minProperties: 1, maxProperties: 100, description: '改过的字段；null 表示清空' }) },
  { additionalProperties: false, title: 'GuideSaveDraftBody' },
);
export type SaveDraftBody = Static<typeof SaveDraftBody>;

export const TakeOverBody = Type.Object(
  {
    revision,
    version: Type.Integer({ minimum: 1, description: '并入哪一版' }),
    keptFields: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100, description: '两边都改了、用草稿的那些字段' }),
  },
  { additionalProperties: false, title: 'GuideTakeOverBody' },
);
export type TakeOverBody = Static<typeof TakeOverBody>;

export const NewGuideBody = Type.Object(
  {
    departmentId: Type.String({ pattern: '^[0-9]{1,15}$' }),
    implementationCode: Type.String({ pattern: '^[A-Za-z0-9_.-]{1,64}$', description: '实施编码' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    itemType: ItemType,
  },
  { additionalProperties: false, title: 'NewGuideBody' },
);
export type NewGuideBody = Static<typeof NewGuideBody>;

export const CancellationBody = Type.Object({ cancelledOn: Type.String({ format: 'date' }) }, { additionalProperties: false, title: 'CancellationBody' });
export const LinkReportBody = Type.Object({ closesWhenPublished: Type.Boolean() }, { additionalProperties: false, title: 'LinkReportBody' });

export const ComparisonQuery = Type.Object({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) }, { additionalProperties: false });
export const GuideComparison = Type.Object(
  { from: Type.Integer(), to: Type.Integer(), newest: Type.Integer({ description: '最新是第几版' }), changes: Type.Array(GuideFieldChange) },
  { title: 'GuideComparison' },
);
export type GuideComparison = Static<typeof GuideComparison>;
