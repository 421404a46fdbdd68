import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WeChatError } from './errors';
import type { SandboxState } from './state';

export interface WeChatCall {
  state: SandboxState;
  query: Readonly<Record<string, string>>;
  /** Empty for GET. */
  body: Readonly<Record<string, unknown>>;
}

/** One path of WeChat's server API. */
export interface WeChatEndpoint {
  method: 'GET' | 'POST';
  path: string;
  /** `sns/*` calls its JSON text/plain; the others write "encoding" where "charset" would be right. */
  contentType: 'text/plain' | 'application/json; encoding=utf-8';
  /** The query parameters there are. Any other is a slip that WeChat might let pass unseen; here it is refused with 40097. */
  query: readonly string[];
  /** The fields of the JSON body; any other is refused with 47001. */
  bodyFields?: readonly string[];
  /** What a call by the other method gets, where it is not 43001 or 43002. */
  wrongMethodCode?: number;
  /** @throws WeChatError for each refusal. */
  answer(call: WeChatCall): object;
}

/** Serves the endpoint. Refusals are HTTP 200 like answers: only `errcode` tells them apart. */
export function registerWeChatEndpoint(app: FastifyInstance, state: SandboxState, endpoint: WeChatEndpoint): void {
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: endpoint.path,
    handler: (request, reply) => {
      const body = JSON.stringify(answerOrRefuse(state, endpoint, request));
      // As bytes, so that Fastify adds no charset of its own.
      return reply.status(200).header('content-type', endpoint.contentType).send(Buffer.from(body, 'utf8'));
    },
  });
}

function answerOrRefuse(state: SandboxState, endpoint: WeChatEndpoint, request: FastifyRequest): object {
  try {
    if (request.method !== endpoint.method) throw new WeChatError(endpoint.wrongMethodCode ?? (endpoint.method === 'POST' ? 43002 : 43001));
    const query = readQuery(request.query, endpoint.query);
    const body = endpoint.method === 'POST' ? readBody(request.body, endpoint.bodyFields ?? []) : {};
    return endpoint.answer({ state, query, body });
  } catch (error) {
    if (error instanceof WeChatError) return error.toBody(state.clock.now());
    throw error;
  }
}

function readQuery(query: unknown, allowed: readonly string[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(query ?? {})) {
    if (!allowed.includes(name) || typeof value !== 'string') throw new WeChatError(40097, `invalid args, ${name}`);
    read[name] = value;
  }
  return read;
}

function readBody(raw: unknown, allowed: readonly string[]): Record<string, unknown> {
  if (!Buffer.isBuffer(raw) || raw.length === 0) throw new WeChatError(44002);
  const body = parseJson(raw.toString('utf8'));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new WeChatError(47001);
  const unknown = Object.keys(body).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new WeChatError(47001, `data format error, unknown field ${unknown}`);
  return { ...body };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WeChatError(47001);
  }
}
