import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { ApiError } from '../apiError';
import { errorCodes, type ErrorCode, type ErrorReply } from '../contract/errors';
import { RichTextError } from '../richText/richTextError';
import { WeChatError } from '../wechat/weChatError';
import { toFieldErrors } from './validation';

/** Fastify's own errors that are the caller's doing. */
const codesOfFastify: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body_malformed',
  FST_ERR_BAD_URL: 'route_not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'address_too_long',
  FST_ERR_ASYNC_CONSTRAINT: 'route_not_found',
};

/** By what could not be taken: the sentence says which of many things is wrong with it. */
const codesOfRichText: Record<string, ErrorCode> = { docx: 'document_refused', image: 'picture_refused', html: 'text_refused' };

/** One error shape for everything that can go wrong, with a Chinese sentence and a stable code. */
export const errorHandler = plugin(async (app: FastifyInstance) => {
  app.setErrorHandler(answerError);
});

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toApiError(error);
  if (known.status >= 500) request.log.error({ err: error, code: known.code }, 'request failed');
  else request.log.debug({ code: known.code }, 'request refused');
  if (known.details.retryAfterSeconds !== undefined) void reply.header('retry-after', known.details.retryAfterSeconds);
  const body: ErrorReply = {
    code: known.code,
    message: known.message,
    ...(known.details.fieldErrors === undefined ? {} : { fieldErrors: known.details.fieldErrors }),
    requestId: request.id,
  };
  return reply.code(known.status).header('cache-control', 'no-store').type('application/json; charset=utf-8').serializer(JSON.stringify).send(body);
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof RichTextError) return new ApiError(codesOfRichText[error.code.split('_')[0] ?? ''] ?? 'text_refused', { message: error.message }, { cause: error });
  if (error instanceof WeChatError) return new ApiError(error.code, {}, { cause: error });
  const fastifyError = error as Partial<FastifyError>;
  if (fastifyError.validation !== undefined) {
    const part = { querystring: 'query', body: 'body', params: 'params', headers: 'headers' }[fastifyError.validationContext ?? 'body'] ?? 'body';
    return new ApiError('request_invalid', { fieldErrors: toFieldErrors(part, fastifyError.validation) });
  }
  const code = codesOfFastify[fastifyError.code ?? ''];
  if (code !== undefined) return new ApiError(code);
  if (error instanceof SyntaxError && fastifyError.statusCode === 400) return new ApiError('body_malformed', {}, { cause: error });
  if (fastifyError.statusCode === 415) return new ApiError('media_type_unsupported');
  if (fastifyError.statusCode !== undefined && fastifyError.statusCode >= 400 && fastifyError.statusCode < 500) {
    return new ApiError('request_invalid');
  }
  if (isUnreachableDatabase(error)) return new ApiError('service_unavailable', {}, { cause: error });
  return new ApiError('internal_error', {}, { cause: error });
}

/** Connection refused, reset or refused by a server that is starting or stopping (SQLSTATE classes 08 and 57P). */
function isUnreachableDatabase(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && (/^(08|57P)/.test(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET');
}

export const errorStatuses = (codes: readonly ErrorCode[]): number[] => [...new Set(codes.map((code) => errorCodes[code].status))];
