import { CallbackFormatError, readCallbackFields } from '../../../server/wechat/callbackFields';
import { readCallbackMessage, type CallbackMessage } from '../../../server/wechat/callbackMessage';

const read = (text: string, appId = 'wx-1'): CallbackMessage => readCallbackMessage(readCallbackFields(text), appId);
const xml = (inner: string, from = 'o-1', time = 1_714_112_445): string =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName><CreateTime>${time}</CreateTime>${inner}</xml>`;
const event = (name: string, inner = ''): string => xml(`<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${name}]]></Event>${inner}`);
const envelope = { openId: 'o-1', receiver: 'gh_1', sentAt: new Date(1_714_112_445_000), dedupKey: expect.stringMatching(/^[\w-]{43}$/) as string };
const messageId = '24000000000000001';

describe('what WeChat pushes', () => {
  test.each<[string, string, object]>([
    ['a text', xml(`<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[ 你好 <b>&amp; ]]></Content><MsgId>${messageId}</MsgId>`), { kind: 'text', messageId, content: ' 你好 <b>&amp; ' }],
    ['a picture', xml('<MsgType><![CDATA[image]]></MsgType><PicUrl><![CDATA[http://p]]></PicUrl><MediaId><![CDATA[m]]></MediaId><MsgId>7</MsgId>'), { kind: 'image', messageId: '7', pictureUrl: 'http://p', mediaId: 'm' }],
    ['a voice', xml('<MsgType><![CDATA[voice]]></MsgType><MediaId><![CDATA[m]]></MediaId><Format><![CDATA[amr]]></Format><MsgId>7</MsgId>'), { kind: 'voice', messageId: '7', mediaId: 'm', format: 'amr', recognition: undefined }],
    ['a new follower', event('subscribe', '<EventKey><![CDATA[]]></EventKey>'), { kind: 'subscribe', scene: undefined }],
    ['a new follower through a QR code', event('subscribe', '<EventKey><![CDATA[qrscene_hall-3]]></EventKey><Ticket><![CDATA[t]]></Ticket>'), { kind: 'subscribe', scene: 'hall-3' }],
    ['one who left', event('unsubscribe'), { kind: 'unsubscribe' }],
    ['a scan', event('SCAN', '<EventKey><![CDATA[hall-3]]></EventKey>'), { kind: 'scan', scene: 'hall-3' }],
    ['a menu key', event('CLICK', '<EventKey><![CDATA[guides]]></EventKey>'), { kind: 'menu_click', key: 'guides' }],
    ['a menu link', event('VIEW', '<EventKey><![CDATA[http://x/?a=1&b=2]]></EventKey><MenuId>1</MenuId>'), { kind: 'menu_view', url: 'http://x/?a=1&b=2' }],
    ['a menu mini-program', event('view_miniprogram', '<EventKey><![CDATA[pages/home/index]]></EventKey>'), { kind: 'menu_mini_program', pagePath: 'pages/home/index' }],
    ['a delivered template message', event('TEMPLATESENDJOBFINISH', '<MsgID>200163836</MsgID><Status><![CDATA[success]]></Status>'), { kind: 'template_message_sent', messageId: '200163836', status: 'success' }],
    ['an event nobody foresaw', event('user_enter_tempsession'), { kind: 'other', messageType: 'event', event: 'user_enter_tempsession' }],
    ['a type nobody foresaw', xml('<MsgType><![CDATA[shortvideo]]></MsgType><MsgId>7</MsgId>'), { kind: 'other', messageType: 'shortvideo', event: undefined }],
    ['a text without its content', xml('<MsgType><![CDATA[text]]></MsgType><MsgId>7</MsgId>'), { kind: 'other', messageType: 'text', event: undefined }],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual({ ...envelope, ...expected });
  });

  test.each(['PUBLISHJOBFINISH', 'FREEPUBLISHJOBFINISH', 'MASSSENDJOBFINISH'])('a published article, under the name %s', (name) => {
    const items = [1, 2].map((index) => `<item><idx>${index}</idx><article_url><![CDATA[http://a/${index}]]></article_url></item>`);
    const info = (inner: string): string => `<PublishEventInfo><publish_id>2247503051</publish_id>${inner}</PublishEventInfo>`;
    const published = info(`<publish_status>0</publish_status><article_id><![CDATA[a-1]]></article_id><article_detail><count>2</count>${items.join('')}</article_detail>`);
    expect(read(event(name, published))).toMatchObject({ kind: 'article_published', publishId: '2247503051', publishStatus: 0, articleId: 'a-1', articleUrls: ['http://a/1', 'http://a/2'] });
    expect(read(event(name, info('<publish_status>2</publish_status>')))).toMatchObject({ publishStatus: 2, articleId: undefined, articleUrls: [] });
  });

  test('the same in JSON, whose 64-bit MsgId keeps every digit while digits in texts stay alone', () => {
    const content = 'no. 12345678901234567890, "MsgId":99999999999999999999';
    const text = `{"ToUserName":"gh_1","FromUserName":"o-1","CreateTime":1714112445,"MsgType":"text","Content":${JSON.stringify(content)},"MsgId":${messageId}}`;
    expect(read(text)).toEqual({ ...envelope, kind: 'text', content, messageId });
    expect(read(text).dedupKey).toBe(read(xml(`<MsgType>text</MsgType><Content>x</Content><MsgId>${messageId}</MsgId>`)).dedupKey);
  });

  test('what the database cannot keep is taken out of texts', () => {
    expect(read('{"ToUserName":"gh_1","FromUserName":"o-1","CreateTime":1,"MsgType":"text","Content":"a\\u0000b\\ud800","MsgId":7}')).toMatchObject({ content: 'ab\ufffd' });
  });
});

describe('which messages are the same', () => {
  const text = (id: string, content: string): string => xml(`<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${content}]]></Content><MsgId>${id}</MsgId>`);
  const keyOf = (document: string, appId?: string): string => read(document, appId).dedupKey;

  test('a message is known by its MsgId, within its account', () => {
    expect(keyOf(text('7', 'one'))).toBe(keyOf(text('7', 'one')));
    expect(keyOf(text('24000000000000001', 'one'))).not.toBe(keyOf(text('24000000000000002', 'one')));
    expect(keyOf(text('7', 'one'), 'wx-2')).not.toBe(keyOf(text('7', 'one')));
  });

  test('an event is known by who, when and what', () => {
    const inner = '<MsgType>event</MsgType><Event>CLICK</Event><EventKey>a</EventKey>';
    const all = [xml(inner), xml(inner, 'o-2'), xml(inner, 'o-1', 1_714_112_446), xml(inner.replace('CLICK', 'SCAN')), xml(inner.replace('>a<', '>b<')), event('TEMPLATESENDJOBFINISH', '<MsgID>1</MsgID>'), event('TEMPLATESENDJOBFINISH', '<MsgID>2</MsgID>')];
    expect(new Set(all.map((document) => keyOf(document))).size).toBe(all.length);
    expect(keyOf(xml(inner))).toBe(keyOf(xml(inner)));
  });
});

describe('what is refused', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  test.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['half a document', '<xml><ToUserName>'],
    ['half an object', '{"a":'],
    ['another root', '<html></html>'],
    ['a declaration of entities before the root', `${bomb}${xml('<MsgType>text</MsgType><Content>&b;</Content><MsgId>7</MsgId>')}`],
    ['deep nesting', xml(`<MsgType>text</MsgType>${'<a>'.repeat(50)}${'</a>'.repeat(50)}`)],
    ['no sender', '<xml><ToUserName>gh_1</ToUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>'],
    ['a sender given twice', xml('<FromUserName>o-2</FromUserName><MsgType>text</MsgType>')],
    ['no time', '<xml><ToUserName>gh_1</ToUserName><FromUserName>o-1</FromUserName><MsgType>text</MsgType></xml>'],
    ['a time that is no number', xml('<MsgType>text</MsgType>').replace('1714112445', '-1')],
    ['a time beyond every calendar', xml('<MsgType>text</MsgType>').replace('1714112445', '999999999999')],
  ])('%s', (_what, text) => {
    expect(() => read(text)).toThrow(CallbackFormatError);
  });

  test('entities are never expanded', () => {
    expect(read(xml('<MsgType>text</MsgType><Content>&lt;&a;</Content><MsgId>7</MsgId>'))).toMatchObject({ content: '&lt;&a;' });
  });

  test.each(['__proto__', 'constructor', 'prototype'])('a field called %s reaches nothing', (name) => {
    for (const text of [xml(`<MsgType>text</MsgType><${name}><polluted>yes</polluted></${name}><MsgId>7</MsgId>`), `{"${name}":{"polluted":"yes","FromUserName":"o-1"},"MsgType":"text"}`]) {
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(CallbackFormatError);
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  });
});
