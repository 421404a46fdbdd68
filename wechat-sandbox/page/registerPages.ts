import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ControlContext } from '../control/controlContext';
import { homePage } from './homePage';

const contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The overview page and the two files that it and the authorisation page use. */
export function registerPages(app: FastifyInstance, { state, faultPaths, pageFolder }: ControlContext): void {
  app.get('/', (_request, reply) =>
    reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy, 'cache-control': 'no-store' })
      .send(homePage(state, faultPaths)),
  );
  app.get('/sandbox/style.css', async (_request, reply) => reply.header('content-type', 'text/css; charset=utf-8').send(await readFile(join(pageFolder, 'style.css'), 'utf8')));
  app.get('/sandbox/home.js', async (_request, reply) => reply.header('content-type', 'text/javascript; charset=utf-8').send(await readFile(join(pageFolder, 'home.js'), 'utf8')));
}
