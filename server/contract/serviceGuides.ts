import { Type, type Static } from 'typebox';
import { DepartmentRef } from './departments';
import { PageQuery, pageOf } from './pagination';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const Audience = Type.Union([Type.Literal('natural_person'), Type.Literal('legal_person')], { title: 'Audience' });
export type Audience = Static<typeof Audience>;

/** 事项类型, as the national catalogue of government service items names them. */
export const ItemType = Type.Union(
  [
    Type.Literal('licence'),
    Type.Literal('payment'),
    Type.Literal('confirmation'),
    Type.Literal('ruling'),
    Type.Literal('reward'),
    Type.Literal('levy'),
    Type.Literal('other_power'),
    Type.Literal('public_service'),
  ],
  { title: 'ItemType' },
);
export type ItemType = Static<typeof ItemType>;

/** 即办件 is finished while you wait; 承诺件 within the committed days. */
export const HandlingType = Type.Union([Type.Literal('immediate'), Type.Literal('committed')], { title: 'HandlingType' });
export type HandlingType = Static<typeof HandlingType>;

export const RequiredMaterial = Type.Object(
  {
    name: Type.String(),
    note: nullable(Type.String({ description: '份数、原件或复印件、样式等说明' })),
    isWaived: Type.Boolean({ description: '免提交：部门已通过数据共享取得，不用带' }),
  },
  { title: 'RequiredMaterial' },
);
export type RequiredMaterial = Static<typeof RequiredMaterial>;

export const ServiceGuideSummary = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    department: DepartmentRef,
    itemType: ItemType,
    audiences: Type.Array(Audience),
    handlingType: nullable(HandlingType),
    committedDays: nullable(Type.Integer({ minimum: 0, description: '承诺办结时限，工作日' })),
  },
  { title: 'ServiceGuideSummary' },
);
export type ServiceGuideSummary = Static<typeof ServiceGuideSummary>;

export const ServiceGuide = Type.Object(
  {
    ...ServiceGuideSummary.properties,
    implementationCode: Type.String({ description: '实施编码' }),
    summary: nullable(Type.String({ description: '这件事是什么、谁来办' })),
    eligibility: nullable(Type.String({ description: '受理条件' })),
    statutoryDays: nullable(Type.Integer({ minimum: 0, description: '法定办结时限，工作日' })),
    visits: nullable(Type.Integer({ minimum: 0, description: '到办事现场次数' })),
    fee: nullable(Type.String({ description: '收费说明' })),
    requiredMaterials: Type.Array(RequiredMaterial),
    address: nullable(Type.String()),
    openingHours: nullable(Type.String()),
    consultationPhone: nullable(Type.String()),
    supervisionPhone: nullable(Type.String()),
    updatedAt: Type.String({ format: 'date-time', description: 'UTC' }),
  },
  { title: 'ServiceGuide' },
);
export type ServiceGuide = Static<typeof ServiceGuide>;

export const ServiceGuideQuery = Type.Object(
  {
    ...PageQuery,
    query: Type.Optional(Type.String({ minLength: 1, maxLength: 50, description: '事项名称中的字词' })),
    departmentId: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
    audience: Type.Optional(Audience),
  },
  { additionalProperties: false },
);
export type ServiceGuideQuery = Static<typeof ServiceGuideQuery>;

export const GuideIdParams = Type.Object({ guideId: Type.String({ pattern: '^[0-9]{1,15}$' }) }, { additionalProperties: false });

export const ServiceGuidePage = pageOf(ServiceGuideSummary);
export type ServiceGuidePage = Static<typeof ServiceGuidePage>;
