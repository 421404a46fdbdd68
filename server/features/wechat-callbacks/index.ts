import type { FastifyInstance } from 'fastify';
import { linkFollower } from './linkFollower';
import { receiveCallback } from './receiveCallback';
import { verifyCallbackAddress } from './verifyCallbackAddress';

/** WeChat's message push for both accounts. Whoever calls proves by a signature that it is WeChat. */
export async function registerWeChatCallbacks(app: FastifyInstance): Promise<void> {
  const follower = linkFollower(app);
  // Read as bytes: what is signed and encrypted must not be parsed before it is checked.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const route = { url: '/api/v1/wechat-callbacks/:account', config: { access: 'wechat' as const }, schema: { hide: true } };
  app.route({ ...route, method: 'GET', handler: verifyCallbackAddress });
  app.route({ ...route, method: 'POST', handler: receiveCallback(follower) });
}
