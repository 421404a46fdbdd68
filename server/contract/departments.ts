import { Type, type Static } from 'typebox';
import { pageOf } from './pagination';

export const DepartmentRef = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'DepartmentRef' });
export type DepartmentRef = Static<typeof DepartmentRef>;

export const Department = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    guideCount: Type.Integer({ minimum: 0, description: '已发布的办事指南数' }),
  },
  { title: 'Department' },
);
export type Department = Static<typeof Department>;

export const DepartmentPage = pageOf(Department);
export type DepartmentPage = Static<typeof DepartmentPage>;
