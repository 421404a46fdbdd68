import { addNodes, buildBlocks, isDropped, type BuildRules } from './buildBlocks';
import { Flow } from './flow';
import { numberText } from './numbering';
import type { RawElement } from './rawHtml';
import type { Block, List } from './richText';

interface Item {
  /** What the source says this item's number is. */
  value: string | undefined;
  blocks: Block[];
}

/**
 * A list stays one; but where the numbers people see are not 1, 2, 3, they become text, because the whitelist has no
 * attribute that would say them, and a notice that refers to its item 4 must still have one.
 */
export function buildList(element: RawElement, flow: Flow, rules: BuildRules): void {
  const items = readItems(element, rules).filter((item) => item.blocks.length > 0);
  if (items.length === 0) return;
  const { start, type = '1', reversed, style = '' } = element.attributes;
  const format = /list-style-type\s*:\s*(cjk-ideographic|simp-chinese-informal)/i.exec(style)?.[1] ?? type;
  const isPlain = ((start ?? '1') === '1' && format === '1' && reversed === undefined && items.every((item) => item.value === undefined)) || /list-style(-type)?\s*:\s*none/i.test(style);
  if (element.name === 'ul' || isPlain) {
    const list: List = { type: 'list', tag: element.name === 'ul' ? 'ul' : 'ol', items: items.map((item) => item.blocks) };
    return flow.addBlock(list);
  }
  let number = numberOf(start) ?? (reversed === undefined ? 1 : items.length);
  for (const { value, blocks } of items) {
    number = numberOf(value) ?? number;
    for (const block of withNumber(blocks, `${numberText(number, format)}${/cjk|chinese/.test(format) ? '、' : '. '}`)) flow.addBlock(block);
    number += reversed === undefined ? 1 : -1;
  }
}

function readItems({ children }: RawElement, rules: BuildRules): Item[] {
  const items: Item[] = [];
  for (const child of children) {
    if (typeof child !== 'string' && isDropped(child, rules)) continue;
    if (typeof child !== 'string' && child.name === 'li') items.push({ value: child.attributes.value, blocks: buildBlocks(child.children, rules) });
    else {
      // A list directly inside a list belongs to the item before it.
      const blocks = buildBlocks([child], rules);
      const last = items.at(-1);
      if (typeof child !== 'string' && /^[uo]l$/.test(child.name) && last !== undefined) last.blocks.push(...blocks);
      else items.push({ value: undefined, blocks });
    }
  }
  return items;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}

function withNumber(blocks: readonly Block[], number: string): Block[] {
  const [first, ...rest] = blocks;
  const flow = new Flow();
  addNodes([number], flow, { marks: new Set(), link: undefined }, { pictureSource: () => undefined, removed: new Set() });
  if (first?.type !== 'paragraph') return [...flow.end(), ...blocks];
  for (const leaf of first.leaves) flow.addLeaf(leaf);
  return [...flow.end().map((block): Block => (block.type === 'paragraph' ? { ...block, tag: first.tag } : block)), ...rest];
}
