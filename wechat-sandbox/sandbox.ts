import { join } from 'node:path';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import type { Clock } from '../server/clock';
import { demoAccounts, type Account } from './accounts';
import { registerControlApi } from './control';
import { ControlError } from './control/controlError';
import type { ControlContext } from './control/controlContext';
import { registerReceiveSms, smsPath } from './control/receiveSms';
import { demoCitizens, type DemoCitizen } from './demoCitizens';
import { weChatEndpoints } from './endpoints';
import { authorizePath, registerAuthorize } from './endpoints/authorize';
import { injectFaults } from './faultInjection';
import { registerPages } from './page/registerPages';
import { publishedLimits, type Limits } from './quotas';
import { SandboxState } from './state';
import { registerWeChatEndpoint } from './weChatEndpoint';

export interface SandboxOptions {
  accounts?: readonly Account[];
  citizens?: readonly DemoCitizen[];
  smsToken?: string;
  limits?: Partial<Limits>;
  clock?: Clock;
  /** How long a push waits for its answer; WeChat waits five seconds. */
  pushTimeoutMilliseconds?: number;
}

export interface Sandbox {
  app: FastifyInstance;
  state: SandboxState;
}

export const demoSmsToken = 'sandbox-sms-token';
const weChatPushTimeoutMilliseconds = 5_000;

/** A stand-in for WeChat's servers and an SMS carrier, ready to listen. Each one has a state of its own. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = new SandboxState({
    accounts: options.accounts ?? demoAccounts,
    citizens: options.citizens ?? demoCitizens,
    limits: { ...publishedLimits, ...options.limits },
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  const app = fastify({
    // Fastify would otherwise turn "5" into 5 and drop unknown fields without a word.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    exposeHeadRoutes: false,
    forceCloseConnections: true,
  });
  const stopping = new AbortController();
  app.addHook('preClose', (done) => {
    stopping.abort();
    done();
  });
  app.setErrorHandler(async (error, _request, reply) => {
    const { statusCode, message } = describeError(error);
    return reply.status(statusCode).send({ message });
  });
  const context: ControlContext = {
    state,
    smsToken: options.smsToken ?? demoSmsToken,
    pushTimeoutMilliseconds: options.pushTimeoutMilliseconds ?? weChatPushTimeoutMilliseconds,
    faultPaths: [...weChatEndpoints.map((endpoint) => endpoint.path), authorizePath, smsPath],
    // Named here and not beside the pages: a bundle is one file in this folder, with `page` copied next to it.
    pageFolder: join(__dirname, 'page'),
    stop: stopping.signal,
  };
  await app.register(async (scope) => {
    injectFaults(scope, state, stopping.signal);
    scope.removeAllContentTypeParsers();
    // WeChat reads the body as JSON whatever its type is called.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const endpoint of weChatEndpoints) registerWeChatEndpoint(scope, state, endpoint);
    registerAuthorize(scope, state);
  });
  await app.register(async (scope) => {
    injectFaults(scope, state, stopping.signal);
    registerReceiveSms(scope.withTypeProvider<TypeBoxTypeProvider>(), context);
  });
  await app.register(async (scope) => {
    registerControlApi(scope.withTypeProvider<TypeBoxTypeProvider>(), context);
    registerPages(scope, context);
  });
  return { app, state };
}

function describeError(error: unknown): { statusCode: number; message: string } {
  if (error instanceof ControlError) return error;
  if (!(error instanceof Error)) return { statusCode: 500, message: String(error) };
  const statusCode = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  return { statusCode, message: error.message };
}
