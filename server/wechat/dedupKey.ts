import { createHash } from 'node:crypto';
import type { CallbackFields } from './callbackFields';

/**
 * WeChat sends a message up to three times until it is answered, and says how to know it again: messages by MsgId,
 * events by FromUserName + CreateTime. CreateTime counts seconds, and within one a person can well do two things
 * (follow through a QR code and be taken to a page; tap two menus): what the event is about is therefore part of
 * the key. A repetition is the same message, so that part is the same in it.
 *
 * @returns a hash: it has one length whatever the fields hold, and no openid can be read from it.
 */
export function dedupKeyOf(fields: CallbackFields, appId: string): string {
  const messageId = fields.text('MsgId');
  const isEvent = fields.text('MsgType') === 'event';
  const parts = !isEvent && messageId !== undefined ? [messageId] : eventNames.map((name) => fields.text(name) ?? null);
  const publishId = fields.group('PublishEventInfo').text('publish_id') ?? null;
  return createHash('sha256').update(JSON.stringify([appId, ...parts, publishId])).digest('base64url');
}

/** MsgID, spelt so, is the template message an event reports on. */
const eventNames = ['FromUserName', 'CreateTime', 'MsgType', 'Event', 'EventKey', 'MsgID'];
