import fastifyStatic from '@fastify/static';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { ApiError } from '../apiError';
import { answerError } from './errorHandler';

/**
 * Serves the built H5. Its files carry a hash in their names and may be kept for a year; index.html may not.
 * Any other address that a browser opens is a page of the app and gets index.html.
 */
export const h5 = plugin(async (app: FastifyInstance, options: { folder: string }) => {
  const root = resolve(options.folder);
  const indexFile = join(root, 'index.html');
  if (!existsSync(indexFile)) {
    app.get('/', { config: { access: 'anyone' }, schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send('网页版尚未构建。请运行 npm run build:h5 后重新启动。\n'),
    );
    app.setNotFoundHandler((request, reply) => answerError(new ApiError('route_not_found'), request, reply));
    return;
  }
  const html = await readFile(indexFile, 'utf8');
  const headers = { 'content-security-policy': contentSecurityPolicy(html), 'cache-control': 'no-cache' };
  const sendIndex = (reply: FastifyReply): FastifyReply => reply.headers(headers).type('text/html; charset=utf-8').send(html);

  await app.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.br', '**/*.gz', '**/*.map', 'index.html'],
    setHeaders: (response, path) => {
      response.setHeader('cache-control', /[.-][0-9a-f]{8,}\.\w+$/.test(path.replace(/\.(br|gz)$/, '')) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  app.get('/', { config: { access: 'anyone' }, schema: { hide: true } }, async (_request, reply) => sendIndex(reply));
  app.setNotFoundHandler((request, reply) =>
    isPage(request) ? sendIndex(reply) : answerError(new ApiError('route_not_found'), request, reply),
  );
});

/** A browser asking for a page, not for a file or the API. */
function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  const accepts = request.headers.accept ?? '';
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    accepts.includes('text/html') &&
    !/^\/(api|wechat|openapi\.json|docs|healthz|readyz)(\/|$)/.test(path) &&
    !/\.[a-z0-9]{1,5}$/i.test(path)
  );
}

/** Scripts: our own files and the one inline script of Taro's index.html, by its hash. No eval, nothing from elsewhere. */
export function contentSecurityPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const hashes = inline.filter((script) => script !== '').map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...hashes].join(' ')}`,
    // Taro's components set styles in <style> elements of their own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    // The style sheet of Taro's components brings its icon font inside itself.
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
