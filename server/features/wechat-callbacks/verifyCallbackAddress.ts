import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../apiError';
import { answerUrlCheck } from '../../wechat/answerUrlCheck';
import { callbackAccount } from './callbackAccounts';

/** Answers WeChat's console, which asks once whether this address is ours. */
export async function verifyCallbackAddress(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { account } = request.params as { account: string };
  const echo = answerUrlCheck(request.query as Record<string, unknown>, callbackAccount(request.server.config, account));
  if (echo === undefined) throw new ApiError('not_allowed');
  return reply.type('text/plain; charset=utf-8').send(echo);
}
