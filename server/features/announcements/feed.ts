import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodeFor, type CachedReply } from '../../plugins/replyCache';
import { findFeedItems } from './feedRepository';
import { writeFeed } from './feedRules';

const tables = ['announcements', 'departments'];
const newest = 30;

/** `/feed.xml`: the newest announcements for readers of feeds. */
export function registerAnnouncementFeed(app: FastifyInstance): void {
  app.get('/feed.xml', { config: { access: 'anyone' }, schema: { hide: true } }, async (request, reply) => sendFeed(request, reply, await readFeed(app, request)));
}

async function readFeed(app: FastifyInstance, request: FastifyRequest): Promise<CachedReply> {
  const { PUBLIC_URL: base, SITE_NAME: name, SITE_AREA_NAME: area } = app.config;
  const kept = base === undefined ? undefined : app.replyCache.find('/feed.xml');
  if (kept !== undefined) return kept;
  const begun = app.replyCache.begin(tables);
  const channel = { title: `${name} · 公告`, description: `${area}的通知公告、政策文件、政策解读和办事公告`, base: base ?? `${request.protocol}://${request.host}` };
  const body = Buffer.from(writeFeed(channel, await findFeedItems(app.db, newest)));
  // Without PUBLIC_URL the links follow what the reader called us, and what one reader said is not kept for another.
  return base === undefined ? app.replyCache.describe(body) : app.replyCache.store('/feed.xml', tables, begun, body);
}

/** Asked with If-None-Match it answers 304. Not with a date alone: a withdrawal makes the feed another one without making it newer. */
function sendFeed(request: FastifyRequest, reply: FastifyReply, feed: CachedReply): FastifyReply {
  const lastModified = /<lastBuildDate>(.*?)<\/lastBuildDate>/.exec(feed.body.toString('utf8', 0, 4_096))?.[1];
  void reply.headers({ etag: feed.etag, 'cache-control': 'public, no-cache', vary: 'accept-encoding', ...(lastModified === undefined ? {} : { 'last-modified': lastModified }) });
  if (request.headers['if-none-match'] === feed.etag) return reply.code(304).send();
  const { body, encoding } = encodeFor(feed, request.headers['accept-encoding']);
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply.header('content-type', 'application/rss+xml; charset=utf-8').send(body);
}
