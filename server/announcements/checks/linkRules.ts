import { parseHtml, textOf, type RawNode } from '../../richText/rawHtml';
import type { Check, Facts } from './checkContent';
import { advice, fault } from './finding';

interface Link {
  address: string;
  text: string;
}

export function linksIn(html: string): Link[] {
  const links: Link[] = [];
  const visit = (node: RawNode): void => {
    if (typeof node === 'string') return;
    if (node.name === 'a') links.push({ address: node.attributes['href'] ?? '', text: textOf(node) });
    node.children.forEach(visit);
  };
  parseHtml(html).root.children.forEach(visit);
  return links;
}

export interface OwnPage {
  kind: 'guide' | 'office' | 'announcement';
  id: string;
}

const pages: readonly [RegExp, OwnPage['kind'], string][] = [
  [/\/service-guides\/pages\/detail\/index$/, 'guide', 'guideId'],
  [/\/offices\/pages\/detail\/index$/, 'office', 'officeCode'],
  [/\/announcements\/pages\/detail\/index$/, 'announcement', 'announcementId'],
];

/** The object that a page of our own shows; undefined for pages of others, and for pages that show no single object. */
export function ownPage(address: string, ownHost: string | undefined): OwnPage | undefined {
  if (ownHost === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.host !== ownHost) return undefined;
  for (const [path, kind, parameter] of pages) if (path.test(url.pathname)) return { kind, id: url.searchParams.get(parameter) ?? '' };
  return undefined;
}

const isThere = ({ kind, id }: OwnPage, facts: Facts): boolean => ({ guide: facts.guides, office: facts.offices, announcement: facts.announcements })[kind].has(id);

/** The addresses are as the sanitiser lets them through: https, mailto, tel. Pages of others are judged by their form; nothing is fetched. */
export const checkLinks: Check = ({ body }, facts) => {
  const findings = [];
  for (const { address, text } of linksIn(body)) {
    const excerpt = text.trim() === '' ? address : text.trim().slice(0, 40);
    const page = ownPage(address, facts.ownHost);
    if (page !== undefined && !isThere(page, facts)) findings.push(fault('link_broken', 'body', '链接指向的页面不存在或已经撤下，请换成正确的链接，或去掉链接。', excerpt));
    if (address.startsWith('https:') && !isPlausibleHost(new URL(address).hostname)) findings.push(fault('link_malformed', 'body', '链接的网址不是公开的网站地址，群众打不开，请核对。', excerpt));
    if (text.trim() === '' || /^(点击这里|点这里|点击此处|这里|查看|详情)$/u.test(text.trim())) findings.push(advice('link_unclear', 'body', '链接的文字看不出会打开什么，请改成页面的名称。', excerpt));
  }
  return findings;
};

/** A name of the public net: not a machine's own name, not an address of an office's network. */
function isPlausibleHost(host: string): boolean {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host)) return false;
  return !/^(localhost|.*\.(local|internal|lan|localhost))$/i.test(host) && !/^(10|127|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(host);
}

