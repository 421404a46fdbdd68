import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../apiError';
import type { DatabaseTransaction } from '../../database/database';
import type { CallbackMessage } from '../../wechat/callbackMessage';
import { recordInboundMessage } from '../../wechat/inboundMessages';
import { readCallback } from '../../wechat/readCallback';
import { callbackAccount } from './callbackAccounts';
import { deleteFollower, insertFollower } from './followerRepository';
import type { LinkFollower } from './linkFollower';

/** Takes what WeChat pushes: recorded once, handled in the same transaction, answered within its five seconds. */
export function receiveCallback(linkFollower: LinkFollower) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { server: app, log } = request;
    const account = callbackAccount(app.config, (request.params as { account: string }).account);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const reading = readCallback({ query: request.query as Record<string, unknown>, body }, account);
    if (reading.kind === 'error') {
      log.warn({ code: reading.code, detail: reading.detail }, 'WeChat call-back refused');
      throw new ApiError('not_allowed');
    }
    await app.db.transaction().execute(async (tx) => {
      const isNew = await recordInboundMessage(tx, reading.message, app.clock.now());
      if (isNew) await handle(tx, account.appId, reading.message, linkFollower);
    });
    return reply.type('text/plain; charset=utf-8').send('success');
  };
}

async function handle(tx: DatabaseTransaction, appId: string, message: CallbackMessage, linkFollower: LinkFollower): Promise<void> {
  if (message.kind === 'subscribe') {
    const followerId = await insertFollower(tx, { appId, openId: message.openId, followedAt: message.sentAt });
    await linkFollower.send(tx, { followerId });
  }
  // WeChat's rules: who stops following is forgotten.
  if (message.kind === 'unsubscribe') await deleteFollower(tx, appId, message.openId);
}
