import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler, onRequestHookHandler, onResponseHookHandler, preHandlerAsyncHookHandler, RouteHandlerMethod } from 'fastify';
import type { TSchema } from 'typebox';
import { ApiError } from '../apiError';
import { confirmationHeader, type ConfirmedAct } from '../contract/confirmations';
import type { ErrorCode } from '../contract/errors';
import type { Access, Endpoint, FeatureEndpoints, StaffCall } from '../endpoint';
import { giveBackConfirmation, printOfCall, takeConfirmation } from '../staff/confirmedActs';
import { findStaffSession, type StaffSession } from '../staff/staffSession';
import type { CitizenSession } from './authentication';
import { errorStatuses } from './errorHandler';
import { countCall } from './rateLimits';
import { encodeFor, type CachedReply } from './replyCache';
import { containsUnstorable } from './validation';

const errorsOfAll: readonly ErrorCode[] = ['request_invalid', 'internal_error', 'service_unavailable'];

/** Registers a feature's endpoints below /api/v1: who may call, what is checked, what is cached. */
export function registerFeature(app: FastifyInstance, feature: FeatureEndpoints): void {
  for (const [name, endpoint] of Object.entries(feature.anyone ?? {})) register(app, feature.tag, name, endpoint);
  for (const [name, endpoint] of Object.entries(feature.citizen ?? {})) register(app, feature.tag, name, endpoint);
  for (const [name, endpoint] of Object.entries(feature.staff ?? {})) register(app, feature.tag, name, endpoint);
}

function register<For extends Access>(app: FastifyInstance, tag: string, name: string, endpoint: Endpoint<For>): void {
  const { spec } = endpoint;
  if (spec.takesBytes === true) {
    // In a scope of its own: everywhere else bytes are refused as an unsupported type.
    void app.register(async (scope) => {
      scope.addContentTypeParser('application/octet-stream', (_request, bytes, done) => done(null, bytes));
      addRoute(scope, tag, name, endpoint);
    });
  } else addRoute(app, tag, name, endpoint);
}

function addRoute<For extends Access>(app: FastifyInstance, tag: string, name: string, endpoint: Endpoint<For>): void {
  const { spec } = endpoint;
  app.route({
    method: spec.method,
    url: `/api/v1${spec.url}`,
    config: { access: endpoint.access },
    ...(spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit }),
    schema: describe(tag, name, endpoint),
    onRequest: [...(spec.cachedFrom === undefined ? [] : [answerFromCache(app)]), admit(app, name, endpoint)],
    ...(spec.onAnswered === undefined ? {} : { onResponse: tellAnswered(app, spec.onAnswered) }),
    preValidation: async (request) => {
      if (containsUnstorable([request.params, request.query, spec.takesBytes === true ? undefined : request.body])) {
        throw new ApiError('request_invalid', { fieldErrors: [{ field: 'body', message: '内容里有无法保存的字符，请删去后重试。' }] });
      }
    },
    // After validation: what is refused for its form uses nothing up.
    ...(spec.confirmation === undefined ? {} : { preHandler: takeConfirmationFor(app, spec.confirmation) }),
    handler: (spec.cachedFrom === undefined ? answer(app, endpoint) : answerAndKeep(app, endpoint, spec.cachedFrom)) as RouteHandlerMethod,
  });
}

/** Callbacks and no promises: this is the whole of what most requests meet. */
const answerFromCache = (app: FastifyInstance): onRequestHookHandler =>
  function answerFromCacheHook(request, reply, done) {
    const kept = app.replyCache.find(request.url);
    if (kept === undefined) done();
    else sendCached(request, reply, kept);
  };

const tellAnswered = (app: FastifyInstance, onAnswered: NonNullable<Endpoint<Access>['spec']['onAnswered']>): onResponseHookHandler =>
  function tellAnsweredHook(request, reply, done) {
    // 304: the phone has it already, and shows it.
    if (request.method !== 'HEAD' && (reply.statusCode === 200 || reply.statusCode === 304)) onAnswered({ app, params: request.params });
    done();
  };

const admit = <For extends Access>(app: FastifyInstance, name: string, { access, spec }: Endpoint<For>): onRequestAsyncHookHandler =>
  async function admitHook(request) {
    if (access !== 'anyone') request.citizen = await app.sessions.require(request);
    if (access === 'staff') request.staff = await requireStaff(app, request.citizen);
    if (spec.limits !== undefined) await countCall(app.rateLimits, name, spec.limits, request, request.citizen);
  };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws ApiError `confirmation_required` unless the call names a confirmation that serves it. */
const takeConfirmationFor = (app: FastifyInstance, act: ConfirmedAct): preHandlerAsyncHookHandler =>
  async function takeConfirmationHook(request) {
    const { citizen, staff } = request;
    const id = request.headers[confirmationHeader];
    if (citizen !== undefined && staff !== undefined && typeof id === 'string' && uuid.test(id)) {
      const call = printOfCall(request.method, request.url, request.body);
      request.confirmation = await takeConfirmation(app.pool, id, { act, staff, sessionId: citizen.sessionId, call, now: app.clock.now() });
    }
    if (request.confirmation === undefined) throw new ApiError('confirmation_required');
  };

/** @throws ApiError `not_allowed` when the citizen is no active staff member. */
async function requireStaff(app: FastifyInstance, citizen: CitizenSession | undefined): Promise<StaffSession> {
  const staff = citizen === undefined ? undefined : await findStaffSession(app.pool, citizen.citizenId, app.clock.now());
  if (staff === undefined) throw new ApiError('not_allowed');
  return staff;
}

function call<For extends Access>(app: FastifyInstance, endpoint: Endpoint<For>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  // The hook above has refused the request if this access needs a citizen or a staff member and there is none.
  const { params, query, body, citizen, staff } = request;
  return endpoint.handle({ app, params, query, body, request, reply, citizen, staff } as StaffCall<TSchema, TSchema, TSchema> as Parameters<Endpoint<For>['handle']>[0]);
}

const answer = <For extends Access>(app: FastifyInstance, endpoint: Endpoint<For>) =>
  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const value = await call(app, endpoint, request, reply).catch(async (error: unknown) => {
      // A refusal did nothing. After any other failure nobody knows, and the confirmation stays bound to this call.
      if (request.confirmation?.isFirst === true && error instanceof ApiError && error.status < 500) await giveBackConfirmation(app.pool, request.confirmation);
      throw error;
    });
    if (reply.sent) return reply;
    void reply.header('cache-control', 'no-store');
    if (endpoint.spec.reply === undefined) return reply.code(204).send();
    return reply.code(endpoint.spec.status ?? 200).send(value);
  };

const answerAndKeep = <For extends Access>(app: FastifyInstance, endpoint: Endpoint<For>, tables: readonly string[]) =>
  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const begun = app.replyCache.begin(tables);
    const value = await call(app, endpoint, request, reply);
    const body = Buffer.from(reply.serializeInput(value as Record<string, unknown>, String(endpoint.spec.status ?? 200)) as string);
    return sendCached(request, reply, app.replyCache.store(request.url, tables, begun, body));
  };

function sendCached(request: FastifyRequest, reply: FastifyReply, kept: CachedReply): FastifyReply {
  // no-cache: a phone may keep it for reading offline, but asks first whether it is still true.
  void reply.headers({ etag: kept.etag, 'cache-control': 'public, no-cache', vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === kept.etag) return reply.code(304).send();
  const { body, encoding } = encodeFor(kept, request.headers['accept-encoding']);
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply.header('content-type', 'application/json; charset=utf-8').send(body);
}

function describe<For extends Access>(tag: string, name: string, { access, spec }: Endpoint<For>): Record<string, unknown> {
  const errors: ErrorCode[] = [...errorsOfAll, ...(spec.errors ?? [])];
  if (access !== 'anyone') errors.push('sign_in_required', 'session_expired');
  if (access === 'staff') errors.push('not_allowed');
  if (spec.confirmation !== undefined) errors.push('confirmation_required');
  if (spec.limits !== undefined) errors.push('rate_limited');
  const success = spec.reply === undefined ? { 204: { type: 'null', description: '完成' } } : { [spec.status ?? 200]: spec.reply };
  return {
    operationId: name,
    summary: spec.summary,
    description: `${spec.confirmation === undefined ? '' : `须先确认（\`${spec.confirmation}\`），并在请求头 \`${confirmationHeader}\` 中带上确认的编号。`}错误代码：${[...new Set(errors)].sort().map((code) => `\`${code}\``).join(' ')}`,
    tags: [tag],
    ...(access === 'citizen' ? { security: [{ session: [] }] } : {}),
    ...(spec.params === undefined ? {} : { params: spec.params }),
    // An endpoint without a query refuses one: a misspelt parameter is answered, not ignored.
    querystring: spec.query ?? { type: 'object', properties: {}, additionalProperties: false },
    ...(spec.body === undefined ? {} : { body: spec.body }),
    ...(spec.takesBytes === true ? { consumes: ['application/octet-stream'] } : {}),
    response: { ...success, ...Object.fromEntries(errorStatuses(errors).map((status) => [status, { $ref: 'ErrorReply#' }])) },
  };
}
