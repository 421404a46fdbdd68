import { Type, type Static } from 'typebox';
import { DepartmentRef } from './departments';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** Kinds of things that wait for staff. */
export const WorkKind = Type.Unsafe<'report' | 'guide_draft' | 'guide_review' | 'guide_import' | 'announcement'>({ type: 'string', enum: ['report', 'guide_draft', 'guide_review', 'guide_import', 'announcement'], title: 'WorkKind' });
export type WorkKind = Static<typeof WorkKind>;

/** Something that waits for a staff member, as the workbench lists it. */
export const StaffWorkItem = Type.Object(
  {
    kind: WorkKind,
    id: Type.String(),
    title: Type.String(),
    note: nullable(Type.String({ description: '一句说明，例如“等您审核”' })),
    department: nullable(DepartmentRef),
    waitingSince: Type.String({ format: 'date-time' }),
    dueAt: nullable(Type.String({ format: 'date-time', description: '应当在什么时候以前办完' })),
  },
  { title: 'StaffWorkItem' },
);
export type StaffWorkItem = Static<typeof StaffWorkItem>;

export const WorkTotal = Type.Object({ kind: WorkKind, count: Type.Integer({ minimum: 1 }), label: Type.String({ description: '给人看的数量，超过能数的范围时带“+”' }) }, { title: 'WorkTotal' });
export type WorkTotal = Static<typeof WorkTotal>;

/** The most urgent first: what has a due time by it, then what has waited longest. */
export const StaffWorkList = Type.Object(
  {
    items: Type.Array(StaffWorkItem, { description: '最多 100 件' }),
    totals: Type.Array(WorkTotal, { description: '各类有多少件；没有的不列' }),
    overdue: Type.Integer({ minimum: 0, description: '已经超过时限的件数' }),
  },
  { title: 'StaffWorkList' },
);
export type StaffWorkList = Static<typeof StaffWorkList>;
