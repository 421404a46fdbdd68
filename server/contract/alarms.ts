import { Type, type Static } from 'typebox';
import { AnnouncementKind } from './announcementContent';
import { StaffName } from './announcementDrafts';
import { DepartmentRef } from './departments';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** 多少天没有新内容, 空栏目, 部门多少天没有更新 */
export const AlarmRule = Type.Unsafe<'site_not_updated' | 'empty_columns' | 'department_not_updated'>({
  type: 'string',
  enum: ['site_not_updated', 'empty_columns', 'department_not_updated'],
  title: 'AlarmRule',
});

/** What an inspector would find, before one comes. */
export const Alarm = Type.Object(
  {
    rule: AlarmRule,
    /** notice: first sign; warning: soon; urgent: tomorrow; failed: an inspector would fail it today. */
    level: Type.Unsafe<'notice' | 'warning' | 'urgent' | 'failed'>({ type: 'string', enum: ['notice', 'warning', 'urgent', 'failed'] }),
    message: Type.String({ description: '哪里不合格、怎么办' }),
    source: Type.String({ description: '依据' }),
    department: nullable(DepartmentRef),
    columns: Type.Array(AnnouncementKind, { description: '空着的栏目' }),
    emptyDepartments: Type.Array(DepartmentRef, { description: '一条内容也没有的部门' }),
    days: nullable(Type.Integer({ minimum: 0, description: '已经多少天没有新内容' })),
    dueOn: nullable(Type.String({ format: 'date', description: '最晚在这天之前处理' })),
    responsible: Type.Array(StaffName),
  },
  { title: 'Alarm' },
);
export type Alarm = Static<typeof Alarm>;

export const AlarmList = Type.Object({ items: Type.Array(Alarm, { description: '急的在前' }) }, { title: 'AlarmList' });
export type AlarmList = Static<typeof AlarmList>;
