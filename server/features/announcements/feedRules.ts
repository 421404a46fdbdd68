import type { Announcement } from '../../contract/announcements';

export interface FeedItem {
  id: number;
  title: string;
  summary: string | null;
  departmentName: string;
  publishedAt: Date;
}

interface Channel {
  title: string;
  description: string;
  /** Where the H5 stands, with a slash at its end or not. */
  base: string;
}

/** The page of an announcement, as src/paths has it. */
export function announcementPath(id: Announcement['id']): string {
  return `/features/announcements/pages/detail/index?announcementId=${encodeURIComponent(id)}`;
}

const listPath = '/features/announcements/pages/list/index';

/** RSS 2.0: plain text only, so that no reader has to trust any markup of ours. */
export function writeFeed({ title, description, base }: Channel, items: readonly FeedItem[]): string {
  const address = (path: string): string => escape(new URL(path, base).href);
  const [newest] = items;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escape(title)}</title>
<link>${address(listPath)}</link>
<atom:link href="${address('/feed.xml')}" rel="self" type="application/rss+xml"/>
<description>${escape(description)}</description>
<language>zh-cn</language>
${newest === undefined ? '' : `<lastBuildDate>${newest.publishedAt.toUTCString()}</lastBuildDate>\n`}${items.map((item) => writeItem(item, address)).join('')}</channel>
</rss>
`;
}

function writeItem({ id, title, summary, departmentName, publishedAt }: FeedItem, address: (path: string) => string): string {
  const link = address(announcementPath(String(id)));
  return `<item>
<title>${escape(title)}</title>
<link>${link}</link>
<guid isPermaLink="true">${link}</guid>
<pubDate>${publishedAt.toUTCString()}</pubDate>
<dc:creator>${escape(departmentName)}</dc:creator>
${summary === null ? '' : `<description>${escape(summary)}</description>\n`}</item>
`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Markup becomes text, and what XML cannot hold at all goes. A description is read as HTML, so it is escaped for that as well. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
