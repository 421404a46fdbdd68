import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { GuideContent, type GuideContentField } from '../contract/guideContent';
import { columnNames } from './columns/column';
import type { GivenContent } from './readGuideRow';

/**
 * The last line: whatever the readers let through, nothing is stored that the contract does not allow. Checked field by field,
 * because a row may carry few of them.
 */
const validators: ReadonlyMap<string, ValidateFunction> = compile();

function compile(): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, coerceTypes: false, removeAdditional: false });
  addFormats.default(ajv);
  return new Map(Object.entries(GuideContent.properties).map(([field, schema]) => [field, ajv.compile(schema)]));
}

/** @returns what is wrong, field by field; nulls are fields to be cleared, and right wherever the field may be absent. */
export function checkContent(given: GivenContent): { field: GuideContentField; problem: string }[] {
  return columnNames(given as Record<GuideContentField, never>).flatMap((field) => {
    const value = withoutNulls(given[field]);
    const validate = validators.get(field);
    if (validate === undefined) return [{ field, problem: '不是办事指南的字段' }];
    if (value === null || validate(value)) return [];
    return [{ field, problem: describe(validate.errors?.[0]) }];
  });
}

/** The note of a time limit may be null, to be cleared. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

function describe(error: ErrorObject | undefined): string {
  const path = (error?.instancePath ?? '').split('/').slice(1).map((step) => (/^\d+$/u.test(step) ? `第 ${Number(step) + 1} 项` : step));
  const limit = String((error?.params as { limit?: unknown } | undefined)?.limit ?? '');
  return `${path.join(' ')}${sentences[error?.keyword ?? '']?.(limit, error) ?? '格式不正确'}`;
}

const sentences: Readonly<Record<string, (limit: string, error: ErrorObject | undefined) => string>> = {
  required: (_, error) => `缺少 ${String(error?.params['missingProperty'])}`,
  additionalProperties: (_, error) => `有不认识的键“${String(error?.params['additionalProperty']).slice(0, 50)}”`,
  maxLength: (limit) => `最多 ${limit} 个字`,
  minLength: () => '不能是空的',
  maxItems: (limit) => `最多 ${limit} 项`,
  minimum: (limit) => `不能小于 ${limit}`,
  maximum: (limit) => `不能大于 ${limit}`,
  enum: () => '不是可以填的值',
};
