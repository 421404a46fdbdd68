import { Type, type Static } from 'typebox';
import { DepartmentRef } from './departments';
import { GuideStatus } from './guideContent';
import { PageQuery, pageOf } from './pagination';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** A guide as those see it who write it. */
export const StaffGuide = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    implementationCode: Type.String(),
    department: DepartmentRef,
    status: GuideStatus,
    version: Type.Integer({ minimum: 1 }),
    reviewedOn: Type.String({ format: 'date', description: '上次发布或者确认的日期' }),
    reviewDueOn: Type.String({ format: 'date', description: '最晚哪天要再核对一遍' }),
    isReviewDue: Type.Boolean(),
    openDraftId: nullable(Type.String({ description: '正在修改的草稿' })),
    allowedActions: Type.Array(Type.Unsafe<'edit' | 'confirm'>({ type: 'string', enum: ['edit', 'confirm'] })),
  },
  { title: 'StaffGuide' },
);
export type StaffGuide = Static<typeof StaffGuide>;

export const StaffGuidePage = pageOf(StaffGuide);
export type StaffGuidePage = Static<typeof StaffGuidePage>;

export const StaffGuideQuery = Type.Object(
  { cursor: PageQuery.cursor, limit: PageQuery.limit, name: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: '名称或编码里的字' })) },
  { additionalProperties: false },
);
export const GuideReviewQuery = Type.Object({ cursor: PageQuery.cursor, limit: PageQuery.limit }, { additionalProperties: false });

export const ConfirmGuideBody = Type.Object({ version: Type.Integer({ minimum: 1, description: '您核对的是第几版' }) }, { additionalProperties: false, title: 'ConfirmGuideBody' });
