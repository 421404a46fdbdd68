import type { FastifyInstance } from 'fastify';
import type { DefinedJob } from '../../jobs/jobs';
import { findFollowerOpenId, setFollowerUnionId } from './followerRepository';

export type LinkFollower = DefinedJob<{ followerId: number }>;

/**
 * Asks WeChat for a new follower's unionid, by which chat and citizen are one person. A call-back carries only an
 * openid and must be answered at once, so this is a job. Its data names a row, not a person: it outlives the row.
 */
export function linkFollower(app: FastifyInstance): LinkFollower {
  return app.jobs.define<{ followerId: number }, string | undefined>('link-follower', {
    prepare: async ({ data }) => {
      const openId = await findFollowerOpenId(app.db, data.followerId);
      return openId === undefined ? undefined : (await app.wechat.getFollower(openId)).unionId;
    },
    apply: async (tx, { data }, unionId) => {
      if (unionId !== undefined) await setFollowerUnionId(tx, data.followerId, unionId);
    },
  });
}
