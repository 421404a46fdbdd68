import { Type, type Static } from 'typebox';

const actions = ['rename', 'move', 'add_below', 'remove'] as const;
export const DepartmentAction = Type.Unsafe<(typeof actions)[number]>({ type: 'string', enum: [...actions], title: 'DepartmentAction' });
export type DepartmentAction = Static<typeof DepartmentAction>;

const Id = Type.String({ pattern: '^[1-9][0-9]{0,15}$' });

export const StaffDepartment = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    parentId: Type.Union([Type.String(), Type.Null()]),
    level: Type.Integer({ minimum: 0, description: '在树里的第几层，最上层为 0' }),
    guideCount: Type.Integer({ minimum: 0, description: '办事指南数，不含取消的' }),
    memberCount: Type.Integer({ minimum: 0, description: '直接授在这个部门的工作人员数' }),
    allowedActions: Type.Array(DepartmentAction),
  },
  { title: 'StaffDepartment' },
);
export type StaffDepartment = Static<typeof StaffDepartment>;

/** Every department that the member answers for, each before those below it. */
export const StaffDepartmentTree = Type.Object({ items: Type.Array(StaffDepartment) }, { title: 'StaffDepartmentTree' });
export type StaffDepartmentTree = Static<typeof StaffDepartmentTree>;

export const DepartmentIdParams = Type.Object({ departmentId: Id }, { additionalProperties: false });

const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S', description: '部门全称' });

export const AddDepartmentBody = Type.Object({ name: Name, parentId: Id }, { additionalProperties: false, title: 'AddDepartmentBody' });
export type AddDepartmentBody = Static<typeof AddDepartmentBody>;

export const RenameDepartmentBody = Type.Object({ name: Name }, { additionalProperties: false, title: 'RenameDepartmentBody' });

export const PlaceDepartmentBody = Type.Object(
  { parentId: Id, beforeId: Type.Union([Id, Type.Null()], { description: '排在哪个部门前面；null 为排在最后' }) },
  { additionalProperties: false, title: 'PlaceDepartmentBody' },
);
export type PlaceDepartmentBody = Static<typeof PlaceDepartmentBody>;
