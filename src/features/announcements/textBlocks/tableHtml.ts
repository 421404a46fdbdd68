import type { TableBlock } from './blocks';
import type { Element, Node } from './parse';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** What WeChat's rich-text takes over; a link does nothing there and stands below the table. */
const kept: ReadonlySet<string> = new Set(['colspan', 'rowspan', 'alt']);

/** @param pictureUrl where a picture is fetched; without it pictures are left out */
export const htmlOf = (node: Node, pictureUrl?: (hash: string) => string): string => {
  if (typeof node === 'string') return escape(node);
  const { tag, attributes, children } = node;
  if (tag === 'img') {
    const hash = (attributes['src'] ?? '').replace('file:', '');
    return pictureUrl === undefined ? '' : `<img class="rich-cell-picture" src="${escape(pictureUrl(hash))}" alt="${escape(attributes['alt'] ?? '')}">`;
  }
  if (tag === 'br') return '<br>';
  const name = tag === 'a' ? 'span' : tag;
  const written = Object.entries(attributes).map(([key, value]) => (kept.has(key) ? ` ${key}="${escape(value)}"` : ''));
  const look = tag === 'td' || tag === 'th' ? ` class="rich-${tag}"` : '';
  return `<${name}${look}${written.join('')}>${children.map((child) => htmlOf(child, pictureUrl)).join('')}</${name}>`;
};

/** A table for WeChat's rich-text, which lays out cells over several columns and rows. */
export const tableHtml = ({ head, rows }: TableBlock, pictureUrl: (hash: string) => string): string =>
  `<table class="rich-grid">${[...head, ...rows].map((row) => htmlOf(row, pictureUrl)).join('')}</table>`;

export interface TableLink {
  words: string;
  href: string;
}

const textOf = (node: Node): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));

export const linksOf = ({ head, rows }: TableBlock): TableLink[] => {
  const found: TableLink[] = [];
  const visit = (node: Node): void => {
    if (typeof node === 'string') return;
    if (node.tag === 'a') found.push({ words: textOf(node), href: node.attributes['href'] ?? '' });
    else node.children.forEach(visit);
  };
  const elements: Element[] = [...head, ...rows];
  elements.forEach(visit);
  return found;
};
