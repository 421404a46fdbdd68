import { Type, type Static } from 'typebox';
import { DepartmentRef } from './departments';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** Kinds of things that wait for staff. */
export const WorkKind = Type.Unsafe<'report' | 'guide_draft' | 'announcement'>({ type: 'string', enum: ['report', 'guide_draft', 'announcement'], title: 'WorkKind' });
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
