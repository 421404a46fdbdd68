import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { WeChatError } from './errors';
import type { SandboxState } from './state';

/** Lets a switched-on fault speak before the endpoint does. */
export function injectFaults(app: FastifyInstance, state: SandboxState, stop: AbortSignal): void {
  app.addHook('onRequest', async (request, reply) => {
    const fault = state.faults.take(request.routeOptions.url ?? '');
    if (fault === undefined) return undefined;
    // Stopping the sandbox ends the delay early.
    if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { signal: stop }).catch(() => undefined);
    if (fault.dropConnection === true) {
      reply.hijack();
      request.raw.destroy();
      return reply;
    }
    if (fault.errcode !== undefined) {
      const body = JSON.stringify(new WeChatError(fault.errcode).toBody(state.clock.now()));
      return reply.status(fault.httpStatus ?? 200).header('content-type', 'application/json; encoding=utf-8').send(Buffer.from(body));
    }
    if (fault.httpStatus !== undefined) {
      return reply.status(fault.httpStatus).header('content-type', 'text/html').send(`<html><body>${fault.httpStatus}</body></html>`);
    }
    return undefined;
  });
}
