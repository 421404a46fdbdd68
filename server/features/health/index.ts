import type { FastifyInstance } from 'fastify';

/** `/healthz`: this process runs. `/readyz`: it can also serve, i.e. the database answers and it is not stopping. */
export function registerHealth(app: FastifyInstance, isStopping: () => boolean): void {
  app.get('/healthz', { config: { access: 'anyone' }, logLevel: 'warn', schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { config: { access: 'anyone' }, logLevel: 'warn', schema: { hide: true } }, async (request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    try {
      await app.pool.query('select 1');
      return { status: 'ready' };
    } catch (error) {
      request.log.error({ err: error }, 'database does not answer');
      return reply.code(503).send({ status: 'database_unavailable' });
    }
  });
}
