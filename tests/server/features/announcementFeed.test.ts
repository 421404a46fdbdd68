import { SaxesParser } from 'saxes';
import { insertAnnouncement, withdrawAnnouncement } from '../../support/publicAnnouncements';
import { eventually } from '../../support/eventually';
import { startTestApp, type TestApp } from '../../support/testApp';
import { xssVectors } from '../richText/xssVectors';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ PUBLIC_URL: 'https://zwfw.example.gov.cn' });
});
beforeEach(() => t.database.pool.query('truncate announcements, announcement_versions cascade'));
afterAll(() => t.close());

interface Item {
  [element: string]: string;
}

/** Reads a feed strictly: what is not well-formed throws. */
function parse(xml: string): { elements: Set<string>; channel: Item; items: Item[] } {
  const parser = new SaxesParser({ fragment: false });
  const elements = new Set<string>();
  const channel: Item = {};
  const items: Item[] = [];
  const open: string[] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    elements.add(name);
    open.push(name);
    if (name === 'item') items.push({});
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    const into = open.includes('item') ? items.at(-1) : open.includes('channel') ? channel : undefined;
    if (into !== undefined && name !== 'item') into[name] = text;
  });
  parser.write(xml).close();
  return { elements, channel, items };
}
const feed = async (headers: Record<string, string> = {}) => t.app.inject({ url: '/feed.xml', headers });

test('the feed is RSS 2.0 with the thirty newest announcements, absolute links and who published them', async () => {
  for (let day = 1; day <= 31; day += 1) await insertAnnouncement(t.database, { publishedAt: `2026-10-${String(day).padStart(2, '0')}T02:00:00Z`, content: { title: `第${day}天`, summary: '一句话' } });
  const reply = await eventually(async () => {
    const answer = await feed();
    expect(parse(answer.body).items).toHaveLength(30);
    return answer;
  });
  expect(reply.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
  const { channel, items } = parse(reply.body);
  expect(channel).toMatchObject({ title: '云岫政务 · 公告', link: 'https://zwfw.example.gov.cn/features/announcements/pages/list/index', language: 'zh-cn' });
  expect(items[0]).toMatchObject({ title: '第31天', description: '一句话', pubDate: 'Sat, 31 Oct 2026 02:00:00 GMT', 'dc:creator': '云岫县人民政府办公室' });
  expect(items[0]?.['link']).toMatch(/^https:\/\/zwfw\.example\.gov\.cn\/features\/announcements\/pages\/detail\/index\?announcementId=\d+$/);
  expect(items[0]?.['guid']).toBe(items[0]?.['link']);
  expect(reply.headers['last-modified']).toBe('Sat, 31 Oct 2026 02:00:00 GMT');
});

test('a reader that has the feed already is told so, until something is withdrawn', async () => {
  const id = await insertAnnouncement(t.database);
  const first = await eventually(async () => {
    const answer = await feed();
    expect(parse(answer.body).items).toHaveLength(1);
    return answer;
  });
  const etag = String(first.headers['etag']);
  expect((await feed({ 'if-none-match': etag })).statusCode).toBe(304);
  await withdrawAnnouncement(t.database, id, '发错了');
  await eventually(async () => {
    const again = await feed({ 'if-none-match': etag, 'if-modified-since': String(first.headers['last-modified']) });
    expect([again.statusCode, parse(again.body).items]).toEqual([200, []]);
  });
});

test('whatever stands in titles and summaries stays text, in the feed and in JSON', async () => {
  const vectors = xssVectors.slice(0, 30);
  // XML has no place for control characters, and knows one end of line.
  const asRead = (title: string): string => title.replace(/\r\n?/g, '\n').replaceAll('\u0001', '');
  for (const vector of vectors) await insertAnnouncement(t.database, { content: { title: `题${vector}`.slice(0, 120), summary: `${vector}\u0001]]>`.slice(0, 300) } });
  const { items, elements } = await eventually(async () => {
    const answer = parse((await feed()).body);
    expect(answer.items).toHaveLength(vectors.length);
    return answer;
  });
  expect([...elements].sort()).toEqual(['atom:link', 'channel', 'dc:creator', 'description', 'guid', 'item', 'language', 'lastBuildDate', 'link', 'pubDate', 'rss', 'title']);
  expect(items.map(({ title }) => title).sort()).toEqual(vectors.map((vector) => asRead(`题${vector}`.slice(0, 120))).sort());
  const list = await t.app.inject('/api/v1/announcements?limit=50');
  expect([list.headers['content-type'], list.headers['x-content-type-options']]).toEqual(['application/json; charset=utf-8', 'nosniff']);
});
