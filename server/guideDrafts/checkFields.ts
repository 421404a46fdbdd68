import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FieldError } from '../contract/errors';
import { GuideContent } from '../contract/guideContent';
import type { DraftChanges } from '../contract/guideDrafts';
import { guideFieldLabels } from '../guideFields/labels';
import { fieldForms } from './form/fieldForms';
import { isContentField } from './mergeFields';

const validators: ReadonlyMap<string, ValidateFunction> = compile();
const required: readonly string[] = GuideContent.required;

function compile(): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, coerceTypes: false, removeAdditional: false, allErrors: true });
  addFormats.default(ajv);
  return new Map(Object.entries(GuideContent.properties).map(([field, schema]) => [field, ajv.compile(schema)]));
}

/** A list with a fault in every item needs no sentence for each. */
const mostProblems = 20;

/** What is wrong with the changed fields, each at its place (`changes.requiredMaterials.2.name`), in words for whoever types. */
export function problemsOf(changes: DraftChanges): FieldError[] {
  return Object.entries(changes)
    .flatMap(([field, value]): FieldError[] => {
      if (!isContentField(field)) return [{ field: `changes.${field}`, message: '指南没有这一项。' }];
      if (value === null) return required.includes(field) ? [{ field: `changes.${field}`, message: `${guideFieldLabels[field]}必须填写。` }] : [];
      const validate = validators.get(field);
      if (validate === undefined || validate(value)) return [];
      return (validate.errors ?? []).map((error) => problem(field, error));
    })
    .slice(0, mostProblems);
}

function problem(field: keyof typeof GuideContent.properties, error: ErrorObject): FieldError {
  const path = error.instancePath.split('/').slice(1);
  const missing: unknown = error.keyword === 'required' ? error.params['missingProperty'] : undefined;
  const steps = typeof missing === 'string' ? [...path, missing] : path;
  return { field: ['changes', field, ...steps].join('.'), message: `${placeOf(field, steps)}${sentence(error)}` };
}

/** 申请材料第 3 项的材料名称 */
function placeOf(field: keyof typeof GuideContent.properties, [index, part]: string[]): string {
  const { label, itemFields = [] } = fieldForms[field];
  if (index === undefined || !/^\d+$/u.test(index)) return label;
  const item = `${label}第 ${Number(index) + 1} 项`;
  const name = itemFields.find((each) => each.field === part)?.label;
  return name === undefined ? item : `${item}的${name}`;
}

function sentence({ keyword, params }: ErrorObject): string {
  const limit = String(params['limit'] ?? '');
  switch (keyword) {
    case 'required':
    case 'minLength':
      return '没有填写。';
    case 'maxLength':
      return `最多 ${limit} 个字。`;
    case 'maxItems':
      return `最多 ${limit} 项。`;
    case 'minimum':
      return `不能小于 ${limit}。`;
    case 'maximum':
      return `不能大于 ${limit}。`;
    case 'enum':
      return '不是可以选择的值。';
    case 'format':
      return '应当是一个日期。';
    case 'pattern':
      return '格式不对。';
    default:
      return '填写得不对。';
  }
}
