import type { FastifyInstance } from 'fastify';

const day = 86_400_000;

/** WeChat repeats a message within seconds; a week is far beyond that. */
const inboundMessagesAreKept = 7 * day;

/** Every night: what has ended and is of no more use is removed, so that these tables stay as large as their use. */
export function scheduleRemovalOfExpired(app: FastifyInstance): void {
  app.jobs.define('remove-expired', {
    apply: async (tx) => {
      const now = app.clock.now();
      await tx.deleteFrom('sessions').where('expires_at', '<', now).execute();
      await tx.deleteFrom('phone_codes').where('expires_at', '<', now).execute();
      await tx
        .deleteFrom('wechat_inbound_messages')
        .where('sent_at', '<', new Date(now.getTime() - inboundMessagesAreKept))
        .execute();
    },
  });
  app.jobs.schedule('remove-expired', '30 3 * * *');
  app.jobs.define('remove-rate-limits', { prepare: () => app.rateLimits.removeExpired(), apply: async () => undefined });
  app.jobs.schedule('remove-rate-limits', '*/30 * * * *');
}
