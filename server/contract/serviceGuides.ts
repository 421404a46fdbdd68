import { Type, type Static } from 'typebox';
import { DepartmentRef } from './departments';
import { Audience, GuideContent, GuideStatus, HandlingType, ItemType, TimeLimit } from './guideContent';
import { Office, OfficeCode, OfficeWindow } from './offices';
import { PageQuery, pageOf } from './pagination';
import { TopicCode } from './topics';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const ServiceGuideSummary = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    department: DepartmentRef,
    itemType: ItemType,
    audiences: Type.Array(Audience),
    handlingType: nullable(HandlingType),
    committedLimit: nullable(TimeLimit),
    status: GuideStatus,
  },
  { title: 'ServiceGuideSummary' },
);
export type ServiceGuideSummary = Static<typeof ServiceGuideSummary>;

export const GuideRef = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'GuideRef' });
export type GuideRef = Static<typeof GuideRef>;

/** An office where a guide is handled, with the windows for it. */
export const GuideOffice = Type.Object({ ...Office.properties, windows: Type.Array(OfficeWindow), note: nullable(Type.String()) }, { title: 'GuideOffice' });
export type GuideOffice = Static<typeof GuideOffice>;

export const ServiceGuide = Type.Object(
  {
    id: Type.String(),
    implementationCode: Type.String({ description: '实施编码' }),
    department: DepartmentRef,
    version: Type.Integer({ minimum: 1, description: '每次修改加 1' }),
    updatedAt: Type.String({ format: 'date-time', description: 'UTC' }),
    content: GuideContent,
    offices: Type.Array(GuideOffice, { description: 'content.places 所指的大厅和窗口' }),
    relatedGuides: Type.Array(GuideRef),
    topics: Type.Array(Type.Object({ code: TopicCode, name: Type.String() }), { description: '主题和人生大事' }),
  },
  { title: 'ServiceGuide' },
);
export type ServiceGuide = Static<typeof ServiceGuide>;

export const ServiceGuideQuery = Type.Object(
  {
    ...PageQuery,
    departmentId: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
    audience: Type.Optional(Audience),
    topic: Type.Optional(TopicCode),
    officeCode: Type.Optional(OfficeCode),
  },
  { additionalProperties: false },
);
export type ServiceGuideQuery = Static<typeof ServiceGuideQuery>;

export const GuideIdParams = Type.Object({ guideId: Type.String({ pattern: '^[0-9]{1,15}$' }) }, { additionalProperties: false });

export const ServiceGuidePage = pageOf(ServiceGuideSummary);
export type ServiceGuidePage = Static<typeof ServiceGuidePage>;

/** One field that differs between two versions, in words. */
export const GuideFieldChange = Type.Object(
  {
    field: Type.String({ description: 'GuideContent 的字段名，或 department' }),
    label: Type.String({ description: '例如“承诺办结时限”' }),
    before: nullable(Type.String()),
    after: nullable(Type.String()),
  },
  { title: 'GuideFieldChange' },
);
export type GuideFieldChange = Static<typeof GuideFieldChange>;

export const GuideVersion = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    changedAt: Type.String({ format: 'date-time' }),
    changes: Type.Array(GuideFieldChange, { description: '与上一版相比；第一版为空' }),
  },
  { title: 'GuideVersion' },
);
export type GuideVersion = Static<typeof GuideVersion>;

export const GuideVersionPage = pageOf(GuideVersion);
export type GuideVersionPage = Static<typeof GuideVersionPage>;

/** What the check of a guide found; see guideRules.ts for the rules. */
export const GuideFinding = Type.Object(
  {
    rule: Type.String({ description: '规则的稳定代码' }),
    severity: Type.Union([Type.Literal('fault'), Type.Literal('advice')], { description: 'fault 计入得分，advice 只是提醒' }),
    field: Type.String({ description: 'GuideContent 的字段名' }),
    message: Type.String({ description: '给人看的中文说明：哪里不对、怎么改' }),
  },
  { title: 'GuideFinding' },
);
export type GuideFinding = Static<typeof GuideFinding>;

export const GuideCheck = Type.Object(
  { score: Type.Integer({ minimum: 0, maximum: 100 }), findings: Type.Array(GuideFinding) },
  { title: 'GuideCheck' },
);
export type GuideCheck = Static<typeof GuideCheck>;
