import type { DatabaseTransaction } from '../database/database';
import type { CallbackMessage } from './callbackMessage';

/**
 * Records that a message arrived, in the transaction that handles it: either both are kept or neither, so a
 * repetition after a failure is handled then. Of two that arrive at once the second waits for the first.
 *
 * This is also what makes a replayed request harmless. Requests are not refused by the age of their timestamp:
 * nothing says that WeChat signs its own repetitions anew.
 *
 * @returns false when it was recorded before: answer `success` and do nothing.
 */
export async function recordInboundMessage(tx: DatabaseTransaction, message: Pick<CallbackMessage, 'sentAt' | 'dedupKey'>, receivedAt: Date): Promise<boolean> {
  const recorded = await tx
    .insertInto('wechat_inbound_messages')
    .values({ sent_at: message.sentAt, dedup_key: message.dedupKey, received_at: receivedAt })
    .onConflict((conflict) => conflict.columns(['sent_at', 'dedup_key']).doNothing())
    .returning('dedup_key')
    .executeTakeFirst();
  return recorded !== undefined;
}
