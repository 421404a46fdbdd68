import { Type, type Static } from 'typebox';
import { GuidePart } from './feedback';
import { DepartmentRef } from './departments';

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: names, title });

export const FormChoice = Type.Object({ value: Type.String(), name: Type.String() }, { title: 'FormChoice' });
export type FormChoice = Static<typeof FormChoice>;

/** How a value is typed in, and what it is in the document. */
export const FieldKind = literals('FieldKind', ['line', 'paragraphs', 'choice', 'choices', 'yes_no', 'number', 'date', 'time_limit', 'lines', 'file', 'items']);
export type FieldKind = Static<typeof FieldKind>;

const shared = {
  field: Type.String({ description: '字段名' }),
  label: Type.String(),
  help: Type.String({ description: '一句话说明怎么填' }),
  kind: FieldKind,
  isRequired: Type.Boolean(),
  maxLength: Type.Optional(Type.Integer({ description: '每个文本最多几个字' })),
  maximum: Type.Optional(Type.Integer()),
  unit: Type.Optional(Type.String({ description: '数字的单位' })),
  choices: Type.Optional(Type.String({ description: 'GuideForm.choices 里的哪一组' })),
  maxItems: Type.Optional(Type.Integer({ description: '最多几项' })),
};

export const ItemField = Type.Object(shared, { title: 'ItemField' });
export type ItemField = Static<typeof ItemField>;

export const FormField = Type.Object(
  {
    ...shared,
    emptyMeans: Type.Optional(Type.String({ description: '空的列表也是一种说法，例如“不需要材料”' })),
    itemName: Type.Optional(Type.String({ description: '列表里一项叫什么，例如“材料”' })),
    itemFields: Type.Optional(Type.Array(ItemField, { description: 'kind 为 items 时，每一项的字段；第一个是名称' })),
  },
  { title: 'FormField' },
);
export type FormField = Static<typeof FormField>;

export const FormGroup = Type.Object(
  { id: Type.String(), name: Type.String(), part: Type.Array(GuidePart, { description: '群众反馈说的是哪一部分时，先打开这一组' }), fields: Type.Array(FormField) },
  { title: 'FormGroup' },
);
export type FormGroup = Static<typeof FormGroup>;

/** The form of a guide, group by group: screens draw it and know no field by themselves. */
export const GuideForm = Type.Object(
  {
    groups: Type.Array(FormGroup),
    choices: Type.Unsafe<Record<string, FormChoice[]>>({ type: 'object', additionalProperties: { type: 'array', items: FormChoice } }),
    departments: Type.Array(DepartmentRef, { description: '可以为哪些部门新写指南' }),
  },
  { title: 'GuideForm' },
);
export type GuideForm = Static<typeof GuideForm>;
