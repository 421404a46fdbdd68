import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';

/** Headers that every reply carries; a page that needs to load something sets its own Content-Security-Policy. */
export const securityHeaders = plugin(async (app: FastifyInstance, options: { isHttps: boolean }) => {
  const headers = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...(options.isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
});
