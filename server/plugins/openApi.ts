import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';
import { ErrorReply } from '../contract/errors';

/** The OpenAPI 3.1 document at /openapi.json and a readable page of it at /docs/api. */
export const openApi = plugin(async (app: FastifyInstance, options: { title: string }) => {
  // Referred to by every operation: one copy in the document.
  app.addSchema({ $id: 'ErrorReply', ...ErrorReply });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: `${options.title} 开放接口`,
        version: '1',
        description: '列表都返回 `{items, nextCursor, total}`；错误都返回 `{code, message, fieldErrors?, requestId}`，`code` 稳定不变。时间一律为 UTC。',
      },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer', description: '登录后得到的 token' } } },
    },
    hideUntagged: true,
    refResolver: { buildLocalReference: (schema, _base, _fragment, index) => (typeof schema.$id === 'string' ? schema.$id : `schema${index}`) },
  });
  await app.register(swaggerUi, { routePrefix: '/docs/api', staticCSP: true, uiConfig: { docExpansion: 'list' } });
  app.get('/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, async () => app.swagger());
});
