import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { ConfirmedAct } from './contract/confirmations';
import type { ErrorCode } from './contract/errors';
import type { RateLimit } from './plugins/rateLimits';
import type { CitizenSession } from './plugins/authentication';
import type { StaffSession } from './staff/staffSession';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who may call an endpoint; decided where a feature's endpoints are listed. */
export type Access = 'anyone' | 'citizen' | 'staff';

export interface EndpointSpec<Params extends TSchema, Query extends TSchema, Body extends TSchema, Reply extends TSchema> {
  method: Method;
  /** Below /api/v1. */
  url: string;
  /** One Chinese line for the API page. */
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The body is a stream of bytes (application/octet-stream) in `request.body`, not yet read; the endpoint bounds what it reads. */
  takesBytes?: true;
  /** The largest body in bytes, where the usual 256 KB do not do. */
  bodyLimit?: number;
  /** Absent = 204 without a body. */
  reply?: Reply;
  status?: 200 | 201 | 202;
  /** Codes of its own; those every endpoint can give are added. */
  errors?: readonly ErrorCode[];
  /** Checked in SQL before the handler, across all processes. */
  limits?: readonly RateLimit[];
  /** The reply is the same for everybody and depends on these tables only: it is kept until one of them changes. */
  cachedFrom?: readonly string[];
  /** The caller must have confirmed this act afresh, for this one call. For staff endpoints; see `staff/confirmedActs.ts`. */
  confirmation?: ConfirmedAct;
  /** Runs after every good answer, a kept one included. It must not wait for anything. */
  onAnswered?: (call: { app: FastifyInstance; params: Static<Params> }) => void;
}

export interface Call<Params extends TSchema, Query extends TSchema, Body extends TSchema> {
  app: FastifyInstance;
  params: Static<Params>;
  query: Static<Query>;
  body: Static<Body>;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface CitizenCall<Params extends TSchema, Query extends TSchema, Body extends TSchema> extends Call<Params, Query, Body> {
  citizen: CitizenSession;
}

export interface StaffCall<Params extends TSchema, Query extends TSchema, Body extends TSchema> extends CitizenCall<Params, Query, Body> {
  staff: StaffSession;
}

/** An endpoint with its types erased, as the list of a feature holds it. */
export interface Endpoint<For extends Access> {
  readonly access: For;
  readonly spec: EndpointSpec<TSchema, TSchema, TSchema, TSchema>;
  handle(
    call: For extends 'staff' ? StaffCall<TSchema, TSchema, TSchema> : For extends 'citizen' ? CitizenCall<TSchema, TSchema, TSchema> : Call<TSchema, TSchema, TSchema>,
  ): Promise<unknown>;
}

/** An endpoint that needs no signing in. */
export function publicEndpoint<Params extends TSchema, Query extends TSchema, Body extends TSchema, Reply extends TSchema>(
  spec: EndpointSpec<Params, Query, Body, Reply>,
  handle: (call: Call<Params, Query, Body>) => Promise<Static<Reply>>,
): Endpoint<'anyone'> {
  return { access: 'anyone', spec, handle: handle as Endpoint<'anyone'>['handle'] };
}

/** An endpoint for a signed-in citizen, who is in `citizen`. */
export function citizenEndpoint<Params extends TSchema, Query extends TSchema, Body extends TSchema, Reply extends TSchema>(
  spec: EndpointSpec<Params, Query, Body, Reply>,
  handle: (call: CitizenCall<Params, Query, Body>) => Promise<Static<Reply>>,
): Endpoint<'citizen'> {
  return { access: 'citizen', spec, handle: handle as Endpoint<'citizen'>['handle'] };
}

/**
 * An endpoint for an active staff member, who is in `staff`. Which objects the member may touch is the policy's to say, in the
 * handler: holding any role is not yet a permission.
 */
export function staffEndpoint<Params extends TSchema, Query extends TSchema, Body extends TSchema, Reply extends TSchema>(
  spec: EndpointSpec<Params, Query, Body, Reply>,
  handle: (call: StaffCall<Params, Query, Body>) => Promise<Static<Reply>>,
): Endpoint<'staff'> {
  return { access: 'staff', spec, handle: handle as Endpoint<'staff'>['handle'] };
}

/**
 * A feature's endpoints, by who may call them. The keys of each record are the operation ids,
 * which equal the names of the endpoints' files.
 */
export interface FeatureEndpoints {
  tag: string;
  anyone?: Record<string, Endpoint<'anyone'>>;
  citizen?: Record<string, Endpoint<'citizen'>>;
  staff?: Record<string, Endpoint<'staff'>>;
}
