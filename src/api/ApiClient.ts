import type { ErrorReply } from '../../server/contract/errors';
import { ApiError, type AnyErrorCode } from './ApiError';

/** What is sent as it is: a file. */
export type FileBytes = ArrayBuffer | Blob;

export interface TransportRequest {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Record<string, string>;
  body: string | undefined;
  /** In place of `body`. */
  bytes?: FileBytes;
  timeoutMs: number;
}

/** Carries a request to the server. Throws `network_unreachable` or `request_timed_out`, and nothing else. */
export type Transport = (request: TransportRequest) => Promise<{ status: number; body: unknown }>;

/** Who calls: gives the token, and may fetch a new one when the server no longer takes it. */
export interface Credentials {
  readonly token: string | null;
  /** Resolves true when a new token was obtained without asking the person. */
  renew(rejectedToken: string | null): Promise<boolean>;
}

export interface ApiRequest {
  method?: TransportRequest['method'];
  /** Below /api/v1, with its leading slash. */
  path: string;
  query?: Record<string, string | number | null | undefined>;
  body?: unknown;
  /** In place of `body`. */
  bytes?: FileBytes;
  /** For what takes its time: a large file. */
  timeoutMs?: number;
  headers?: Record<string, string>;
  /** Overrides the token of the client's credentials. */
  token?: string;
}

/** Long enough for a rural connection; a person gives up sooner than this. */
const timeoutMs = 15_000;

const queryText = (query: ApiRequest['query']): string => {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
};

const isErrorReply = (body: unknown): body is ErrorReply =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'message' in body && typeof body.message === 'string';

/** The one way to the server. Sends JSON, returns JSON, throws ApiError. */
export class ApiClient {
  readonly #baseUrl: string;
  readonly #transport: Transport;
  readonly #credentials: Credentials | null;

  constructor(baseUrl: string, transport: Transport, credentials: Credentials | null = null) {
    this.#baseUrl = baseUrl;
    this.#transport = transport;
    this.#credentials = credentials;
  }

  /**
   * @returns the body of a 2xx reply; the caller names its type, which the contract gives.
   * @throws ApiError
   */
  async request<Reply>(request: ApiRequest): Promise<Reply> {
    const token = request.token ?? this.#credentials?.token ?? null;
    try {
      return await this.#send<Reply>(request, token);
    } catch (error) {
      // Repeating is safe: reads change nothing, and writes of citizens are PUT or DELETE.
      if (request.token !== undefined || !this.#isUnauthorized(error) || !(await this.#credentials?.renew(token))) throw error;
      return this.#send<Reply>(request, this.#credentials?.token ?? null);
    }
  }

  /** The full address of what is fetched by other means: a file that is opened, a picture. */
  urlOf(path: string): string {
    return `${this.#baseUrl}/api/v1${path}`;
  }

  #isUnauthorized(error: unknown): boolean {
    return error instanceof ApiError && (error.code === 'session_expired' || error.code === 'sign_in_required');
  }

  async #send<Reply>(request: ApiRequest, token: string | null): Promise<Reply> {
    const hasBody = request.body !== undefined;
    const { status, body } = await this.#transport({
      url: this.urlOf(request.path + queryText(request.query)),
      method: request.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...request.headers,
        ...(request.bytes === undefined ? (hasBody ? { 'content-type': 'application/json' } : {}) : { 'content-type': 'application/octet-stream' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: hasBody ? JSON.stringify(request.body) : undefined,
      ...(request.bytes === undefined ? {} : { bytes: request.bytes }),
      timeoutMs: request.timeoutMs ?? timeoutMs,
    });
    if (status >= 200 && status < 300) return body as Reply;
    if (isErrorReply(body)) throw new ApiError({ ...body, code: body.code as AnyErrorCode, status });
    throw new ApiError({ code: 'reply_unreadable', message: '没有读懂服务器的答复。', status });
  }
}
