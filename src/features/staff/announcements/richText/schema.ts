import { Schema, type DOMOutputSpec, type NodeSpec } from 'prosemirror-model';

/**
 * The text of an announcement as server/richText lets it through, and nothing beside it: what cannot be published cannot
 * be typed or pasted either.
 */
const spans = {
  colspan: { default: 1, validate: 'number' },
  rowspan: { default: 1, validate: 'number' },
  /** Asked for by prosemirror-tables; widths are not published. */
  colwidth: { default: null },
} as const;

const spanOf = (written: string | null): number => Math.min(50, Math.max(1, Number(written ?? 1) || 1));

const cell = (tag: 'td' | 'th'): NodeSpec => ({
  content: 'block+',
  attrs: spans,
  tableRole: tag === 'td' ? 'cell' : 'header_cell',
  isolating: true,
  parseDOM: [
    {
      tag,
      getAttrs: (element) => ({ colspan: spanOf(element.getAttribute('colspan')), rowspan: spanOf(element.getAttribute('rowspan')), colwidth: null }),
    },
  ],
  toDOM: ({ attrs }): DOMOutputSpec => [
    tag,
    { ...(attrs['colspan'] === 1 ? {} : { colspan: String(attrs['colspan']) }), ...(attrs['rowspan'] === 1 ? {} : { rowspan: String(attrs['rowspan']) }) },
    0,
  ],
});

const fileAddress = /^file:[0-9a-f]{64}$/;

/** @returns the address of a picture of ours as it is kept; null for any other picture. */
const pictureSource = (element: HTMLElement): string | null => {
  const source = element.getAttribute('data-source') ?? element.getAttribute('src') ?? '';
  return fileAddress.test(source) ? source : null;
};

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      content: 'inline*',
      group: 'block',
      // Bold by itself, as the server has it.
      marks: 'link em u',
      attrs: { level: { default: 2, validate: 'number' } },
      defining: true,
      parseDOM: [
        { tag: 'h1', attrs: { level: 2 } },
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3', attrs: { level: 3 } },
        { tag: 'h4', attrs: { level: 4 } },
        { tag: 'h5', attrs: { level: 4 } },
        { tag: 'h6', attrs: { level: 4 } },
      ],
      toDOM: ({ attrs }) => [`h${String(attrs['level'])}`, 0],
    },
    blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    table: { content: 'table_row+', group: 'block', tableRole: 'table', isolating: true, parseDOM: [{ tag: 'table' }], toDOM: () => ['table', ['tbody', 0]] },
    table_row: {
      content: '(table_cell | table_header)*',
      tableRole: 'row',
      /** Stands in the table's head, which screen readers repeat. */
      attrs: { isHead: { default: false, validate: 'boolean' } },
      parseDOM: [{ tag: 'tr', getAttrs: (element) => ({ isHead: element.parentElement?.tagName === 'THEAD' }) }],
      toDOM: ({ attrs }) => ['tr', attrs['isHead'] === true ? { class: 'is-head' } : {}, 0],
    },
    table_cell: cell('td'),
    table_header: cell('th'),
    picture: {
      inline: true,
      group: 'inline',
      draggable: true,
      attrs: { source: { validate: 'string' }, alt: { default: '', validate: 'string' } },
      parseDOM: [
        {
          tag: 'img',
          getAttrs: (element) => {
            const source = pictureSource(element);
            return source === null ? false : { source, alt: element.getAttribute('alt') ?? '' };
          },
        },
        // Any other picture cannot be published: its place stays empty.
        { tag: 'img', ignore: true },
      ],
      toDOM: ({ attrs }) => ['img', { 'data-source': String(attrs['source']), alt: String(attrs['alt']) }],
    },
    hard_break: { inline: true, group: 'inline', selectable: false, linebreakReplacement: true, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? '';
            return /^(https:|mailto:|tel:)/i.test(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: String(attrs['href']), rel: 'noopener' }, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // Pages of some programs wrap everything they copy in a <b> that means nothing.
        { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
        { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]\d{2})$/.test(value) ? null : false) },
      ],
      toDOM: () => ['strong', 0],
    },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
    u: { parseDOM: [{ tag: 'u' }, { tag: 'ins' }, { style: 'text-decoration=underline' }], toDOM: () => ['u', 0] },
  },
});
