import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import type { FieldError } from '../contract/errors';

const options = { allErrors: false, useDefaults: true, removeAdditional: false, strict: false } as const;

// A query string knows only text, so numbers in it are converted; a body has types and is taken at its word.
const forQueries = withFormats(new Ajv({ ...options, coerceTypes: true }));
const forTheRest = withFormats(new Ajv({ ...options, coerceTypes: false, discriminator: true }));

function withFormats(ajv: Ajv): Ajv {
  addFormats.default(ajv);
  return ajv;
}

export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const ajv = httpPart === 'querystring' ? forQueries : forTheRest;
  return ajv.compile(schema);
};

const cannotBeStored = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

/** PostgreSQL's text holds neither NUL nor half a character: found here, it is a wrong input and not a fault of ours. */
export function containsUnstorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return cannotBeStored(value);
  if (typeof value !== 'object' || value === null || depth > 20) return false;
  return Object.entries(value).some(([key, each]) => cannotBeStored(key) || containsUnstorable(each, depth + 1));
}

/** The validator's finding as the contract's field errors, in words that say what to do. */
export function toFieldErrors(part: string, errors: readonly FastifySchemaValidationError[]): FieldError[] {
  return errors.map((error) => ({ field: fieldPath(part, error), message: sentence(error) }));
}

function fieldPath(part: string, error: FastifySchemaValidationError): string {
  const path = error.instancePath.split('/').filter((step) => step !== '');
  if (error.keyword === 'required') path.push(String(error.params['missingProperty']));
  if (error.keyword === 'additionalProperties') path.push(String(error.params['additionalProperty']).slice(0, 60));
  return [part, ...path].join('.');
}

function sentence(error: FastifySchemaValidationError): string {
  const limit = String((error as ErrorObject).params['limit'] ?? '');
  switch (error.keyword) {
    case 'required':
      return '这一项必须填写。';
    case 'additionalProperties':
      return '没有这一项，请去掉。';
    case 'minLength':
      return limit === '1' ? '这一项不能为空。' : `至少 ${limit} 个字。`;
    case 'maxLength':
      return `最多 ${limit} 个字。`;
    case 'minimum':
      return `不能小于 ${limit}。`;
    case 'maximum':
      return `不能大于 ${limit}。`;
    case 'type':
      return `类型不对，应为 ${String(error.params['type'])}。`;
    case 'anyOf':
    case 'oneOf':
    case 'enum':
    case 'const':
    case 'discriminator':
      return '不是可以选择的值。';
    default:
      return '格式不正确。';
  }
}
