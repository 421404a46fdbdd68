import type { FastifyInstance } from 'fastify';
import { dateInShanghai } from '../clock';
import { removeEndedRequests } from '../staff/confirmedActs';
import { removeOldNotices } from '../outbox/removeOldNotices';

const day = 86_400_000;

/** WeChat repeats a message within seconds; a week is far beyond that. */
const inboundMessagesAreKept = 7 * day;
/** A year and a month: what is counted can be compared with the same month of the year before. */
const dailyCountsAreKept = 396 * day;
const previewsAreKept = 90 * day;
/** As the privacy policy says. */
const feedbackIsKept = 730 * day;

/** Every night: what has ended and is of no more use is removed, so that these tables stay as large as their use. */
export function scheduleRemovalOfExpired(app: FastifyInstance): void {
  app.jobs.define('remove-expired', {
    apply: async (tx) => {
      const now = app.clock.now();
      await tx.deleteFrom('sessions').where('expires_at', '<', now).execute();
      await tx.deleteFrom('phone_codes').where('expires_at', '<', now).execute();
      await removeEndedRequests(tx, now);
      await tx
        .deleteFrom('wechat_inbound_messages')
        .where('sent_at', '<', new Date(now.getTime() - inboundMessagesAreKept))
        .execute();
      const firstDay = dateInShanghai(new Date(now.getTime() - dailyCountsAreKept));
      await tx.deleteFrom('searches_without_result').where('searched_on', '<', firstDay).execute();
      await tx.deleteFrom('searches_dealt_with').where('dealt_with_on', '<', firstDay).execute();
      // What an import did stands in the history of guides; its preview is of use for a while.
      const lastImport = new Date(now.getTime() - previewsAreKept);
      await tx.updateTable('guide_imports').set({ status: 'failed' }).where('status', 'in', ['previewing', 'applying']).where('requested_at', '<', new Date(now.getTime() - day)).execute();
      await tx.deleteFrom('guide_import_rows').where('import_id', 'in', tx.selectFrom('guide_imports').where('requested_at', '<', lastImport).select('id')).execute();
      await tx.updateTable('guide_imports').set({ status: 'cancelled' }).where('status', 'in', ['previewed', 'submitted']).where('requested_at', '<', lastImport).execute();
      await tx.deleteFrom('guide_views').where('viewed_on', '<', firstDay).execute();
      await tx.deleteFrom('announcement_views').where('viewed_on', '<', firstDay).execute();
      await tx
        .deleteFrom('feedback')
        .where('received_at', '<', new Date(now.getTime() - feedbackIsKept))
        .execute();
    },
  });
  app.jobs.schedule('remove-expired', '30 3 * * *');
  app.jobs.define('remove-rate-limits', { prepare: () => app.rateLimits.removeExpired(), apply: async () => undefined });
  app.jobs.schedule('remove-rate-limits', '*/30 * * * *');
  app.jobs.define('remove-old-notices', { prepare: () => removeOldNotices(app.db, app.clock.now()), apply: async () => undefined });
  app.jobs.schedule('remove-old-notices', '0 4 * * *');
}
