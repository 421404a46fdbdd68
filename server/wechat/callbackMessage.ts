import { CallbackFormatError, type CallbackFields } from './callbackFields';
import { dedupKeyOf } from './dedupKey';

interface Envelope {
  /** Who wrote or acted. */
  openId: string;
  /** The account's original id, `gh_…`. */
  receiver: string;
  /** CreateTime: whole seconds, the same in every repetition. */
  sentAt: Date;
  /** A hash that is the same for repetitions of a message and no others; see `recordInboundMessage`. */
  dedupKey: string;
}

/**
 * What WeChat pushes to the call-back. `messageId` has 64 bits and is therefore text. Whatever is not listed here,
 * or lacks a field it should have, is `other`.
 */
export type CallbackMessage = Envelope &
  (
    | { kind: 'text'; messageId: string; content: string }
    | { kind: 'image'; messageId: string; pictureUrl: string; mediaId: string }
    | { kind: 'voice'; messageId: string; mediaId: string; format: string | undefined; recognition: string | undefined }
    /** `scene` is the value of the QR code it came through. */
    | { kind: 'subscribe'; scene: string | undefined }
    /** WeChat then demands that this user's information is deleted. */
    | { kind: 'unsubscribe' }
    /** A follower scanned a QR code of the account. */
    | { kind: 'scan'; scene: string }
    | { kind: 'menu_click'; key: string }
    | { kind: 'menu_view'; url: string }
    | { kind: 'menu_mini_program'; pagePath: string }
    /** `status` as WeChat writes it; `success` is the only documented value that is certain. */
    | { kind: 'template_message_sent'; messageId: string; status: string }
    /** `publishStatus` 0: published; 1: under way; others: refused, removed or failed. */
    | { kind: 'article_published'; publishId: string; publishStatus: number; articleId: string | undefined; articleUrls: string[] }
    | { kind: 'other'; messageType: string; event: string | undefined }
  );

type Content = CallbackMessage extends infer Message ? (Message extends Envelope ? Omit<Message, keyof Envelope> : never) : never;
type Reader = (fields: CallbackFields) => Content | undefined;

/** The last second of the year 9999, where PostgreSQL's and JavaScript's dates still agree. */
const lastSecond = 253_402_300_799;
const sceneOfNewFollower = /^qrscene_/;

/**
 * @param appId the account's; message ids are only known to be unique within one.
 * @throws CallbackFormatError when who, to whom, when or what is missing.
 */
export function readCallbackMessage(fields: CallbackFields, appId: string): CallbackMessage {
  const openId = required(fields, 'FromUserName');
  const receiver = required(fields, 'ToUserName');
  const messageType = required(fields, 'MsgType');
  const seconds = required(fields, 'CreateTime');
  if (!/^\d{1,12}$/.test(seconds) || Number(seconds) > lastSecond) throw new CallbackFormatError('CreateTime is not a number of seconds');
  const envelope: Envelope = { openId, receiver, sentAt: new Date(Number(seconds) * 1_000), dedupKey: dedupKeyOf(fields, appId) };
  const event = messageType === 'event' ? fields.text('Event') : undefined;
  const read = messageType === 'event' ? readers.events.get(event ?? '') : readers.messages.get(messageType);
  return { ...envelope, ...(read?.(fields) ?? { kind: 'other', messageType, event }) };
}

const readArticle: Reader = (fields) => {
  const info = fields.group('PublishEventInfo');
  const publishId = info.text('publish_id');
  const publishStatus = info.text('publish_status');
  if (publishId === undefined || publishStatus === undefined || !/^\d{1,4}$/.test(publishStatus)) return undefined;
  const urls = info.group('article_detail').groups('item').map((item) => item.text('article_url'));
  return {
    kind: 'article_published',
    publishId,
    publishStatus: Number(publishStatus),
    articleId: info.text('article_id'),
    articleUrls: urls.filter((url) => url !== undefined),
  };
};

const readers: { messages: ReadonlyMap<string, Reader>; events: ReadonlyMap<string, Reader> } = {
  messages: new Map<string, Reader>([
    ['text', (fields) => withAll(texts(fields, { messageId: 'MsgId', content: 'Content' }), (all) => ({ kind: 'text', ...all }))],
    ['image', (fields) => withAll(texts(fields, { messageId: 'MsgId', pictureUrl: 'PicUrl', mediaId: 'MediaId' }), (all) => ({ kind: 'image', ...all }))],
    [
      'voice',
      (fields) =>
        withAll(texts(fields, { messageId: 'MsgId', mediaId: 'MediaId' }), (all) => ({
          kind: 'voice',
          ...all,
          format: fields.text('Format'),
          recognition: fields.text('Recognition'),
        })),
    ],
  ]),
  events: new Map<string, Reader>([
    ['subscribe', (fields) => ({ kind: 'subscribe', scene: fields.text('EventKey')?.replace(sceneOfNewFollower, '') })],
    ['unsubscribe', () => ({ kind: 'unsubscribe' })],
    ['SCAN', (fields) => withAll(texts(fields, { scene: 'EventKey' }), (all) => ({ kind: 'scan', ...all }))],
    ['CLICK', (fields) => withAll(texts(fields, { key: 'EventKey' }), (all) => ({ kind: 'menu_click', ...all }))],
    ['VIEW', (fields) => withAll(texts(fields, { url: 'EventKey' }), (all) => ({ kind: 'menu_view', ...all }))],
    ['view_miniprogram', (fields) => withAll(texts(fields, { pagePath: 'EventKey' }), (all) => ({ kind: 'menu_mini_program', ...all }))],
    ['TEMPLATESENDJOBFINISH', (fields) => withAll(texts(fields, { messageId: 'MsgID', status: 'Status' }), (all) => ({ kind: 'template_message_sent', ...all }))],
    // Documentation and developers disagree about the name; all three have been seen.
    ['PUBLISHJOBFINISH', readArticle],
    ['FREEPUBLISHJOBFINISH', readArticle],
    ['MASSSENDJOBFINISH', readArticle],
  ]),
};

function required(fields: CallbackFields, name: string): string {
  const text = fields.text(name);
  if (text === undefined) throw new CallbackFormatError(`${name} is missing`);
  return text;
}

function texts<Name extends string>(fields: CallbackFields, names: Record<Name, string>): Partial<Record<Name, string>> {
  const read: Partial<Record<Name, string>> = {};
  for (const name in names) read[name] = fields.text(names[name]);
  return read;
}

/** @returns undefined when one of the texts is missing. */
function withAll<Name extends string>(read: Partial<Record<Name, string>>, make: (all: Record<Name, string>) => Content): Content | undefined {
  return isComplete(read) ? make(read) : undefined;
}

function isComplete<Name extends string>(read: Partial<Record<Name, string>>): read is Record<Name, string> {
  return Object.values(read).every((text) => text !== undefined);
}
