import { buildList } from './buildList';
import { buildTable } from './buildTable';
import { Flow } from './flow';
import { textOf, type RawElement, type RawNode } from './rawHtml';
import type { Block, Leaf, Removal } from './richText';
import { blockTags, clutterTags, droppedTags, linkAddress, markTags, sectionTags, type Mark } from './whitelist';

export interface Look {
  marks: ReadonlySet<Mark>;
  link: string | undefined;
}

export interface BuildRules {
  /** The address of a picture as it is written out; undefined when the picture goes. */
  pictureSource(written: string): string | undefined;
  removed: Set<Removal>;
}

const plain: Look = { marks: new Set(), link: undefined };
/** Word's comment balloons, and what neither the writer nor the reader sees. */
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*(all|screen)|mso-element\s*:\s*comment/i;
const controls = /^(input|textarea|select|button|datalist|output|progress|meter)$/;
const media = /^(iframe|frame|frameset|object|embed|applet|svg|math|audio|video|canvas|map|portal)$/;
/** Bullets of the fonts Symbol and Wingdings, where these letters are drawn as dots and squares. */
const symbolBullet = /^[·lnuüØoq§Ÿvw•●■◆➢]$/;

/** The blocks of an element that stands by itself: the whole text, a list item, a table's cell. */
export function buildBlocks(children: readonly RawNode[], rules: BuildRules): Block[] {
  const flow = new Flow();
  addNodes(children, flow, plain, rules);
  return flow.end();
}

export function addNodes(nodes: readonly RawNode[], flow: Flow, look: Look, rules: BuildRules): void {
  for (const node of nodes) {
    if (typeof node === 'string') flow.addLeaf({ content: { type: 'text', text: node }, ...look });
    else if (!isDropped(node, rules)) addElement(node, flow, look, rules);
  }
}

/** Reports what an element brings along that does not stay; true when all of the element goes. */
export function isDropped({ name, attributes }: RawElement, { removed }: BuildRules): boolean {
  if (Object.keys(attributes).some((attribute) => attribute.startsWith('on'))) removed.add('event_handler');
  if (droppedTags.has(name)) {
    if (name === 'script' || name === 'style') removed.add('script');
    else if (controls.test(name)) removed.add('control');
    else if (media.test(name)) removed.add('embedded');
    return true;
  }
  if (attributes.hidden === undefined && !hiddenStyle.test(attributes.style ?? '')) return false;
  removed.add('hidden');
  return true;
}

function addElement(element: RawElement, flow: Flow, look: Look, rules: BuildRules): void {
  const { name, attributes, children } = element;
  const inside = (inner: Look = look): void => addNodes(children, flow, inner, rules);
  const blockTag = blockTags.get(name);
  const mark = markTags.get(name);
  if (blockTag !== undefined) return flow.within(blockTag, inside);
  if (mark !== undefined) return inside({ ...look, marks: new Set([...look.marks, mark]) });
  switch (name) {
    case 'br':
      return flow.addLeaf({ content: { type: 'break' }, ...plain });
    case 'img':
      return addPicture(attributes, flow, look, rules);
    case 'a':
      return inside({ ...look, link: linkOf(attributes.href, rules) ?? look.link });
    case 'ul':
    case 'ol':
      return buildList(element, flow, rules);
    case 'table':
      return buildTable(element, flow, rules);
    case 'blockquote': {
      const blocks = buildBlocks(children, rules);
      return blocks.length > 0 ? flow.addBlock({ type: 'quote', blocks }) : undefined;
    }
  }
  if (/mso-list\s*:\s*ignore/i.test(attributes.style ?? '')) return addLeaf(listMarker(element), flow, look);
  if (sectionTags.has(name) || /^(li|thead|tbody|tfoot|tr|th|td)$/.test(name)) return flow.within('p', inside);
  if (!clutterTags.has(name) && !name.includes(':')) rules.removed.add('unknown_tag');
  inside();
}

function addPicture({ src, alt }: RawElement['attributes'], flow: Flow, look: Look, { pictureSource, removed }: BuildRules): void {
  const source = pictureSource(src ?? '');
  if (source === undefined) removed.add('picture');
  else flow.addLeaf({ content: { type: 'picture', source, alt: tidyAlt(alt ?? '') }, ...look });
}

function tidyAlt(alt: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = alt.toWellFormed().replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\ufeff]+/g, ' ').trim();
  return [...clean].slice(0, 200).join('').trim();
}

/** Undefined as well for a place in the text itself, such as Word's bookmarks, which nobody misses. */
function linkOf(href: string | undefined, { removed }: BuildRules): string | undefined {
  if (href === undefined || /^\s*(#|$)/.test(href)) return undefined;
  const address = linkAddress(href);
  if (address === undefined) removed.add('link');
  return address;
}

/** The number or bullet that Word writes in front of a list item. */
function listMarker(element: RawElement): string {
  const marker = textOf(element).replace(/[\s\u00a0]+/g, '');
  return `${symbolBullet.test(marker) ? '•' : marker} `;
}

function addLeaf(text: string, flow: Flow, look: Look): void {
  const leaf: Leaf = { content: { type: 'text', text }, ...look };
  flow.addLeaf(leaf);
}
