import { splitAtDoubleBreaks, tidyLeaves } from './leafText';
import type { Block, Leaf } from './richText';
import type { BlockTag, Mark } from './whitelist';

/** Paragraphs, lists, tables and quotes one below the other; runs of text gather until something ends their paragraph. */
export class Flow {
  readonly blocks: Block[] = [];
  private leaves: Leaf[] = [];
  private tag: BlockTag = 'p';

  addLeaf(leaf: Leaf): void {
    this.leaves.push(leaf);
  }

  addBlock(block: Block): void {
    this.endParagraph();
    this.blocks.push(block);
  }

  /** What `fill` adds stands in paragraphs of its own; a paragraph inside a heading is the heading. */
  within(tag: BlockTag, fill: () => void): void {
    this.endParagraph();
    const outer = this.tag;
    if (tag !== 'p') this.tag = tag;
    fill();
    this.endParagraph();
    this.tag = outer;
  }

  endParagraph(): void {
    if (this.leaves.length === 0) return;
    const leaves = tidyLeaves(this.tag === 'p' ? this.leaves : this.leaves.map(withoutStrong));
    this.leaves = [];
    for (const part of splitAtDoubleBreaks(leaves)) this.blocks.push({ type: 'paragraph', tag: this.tag, leaves: part });
  }

  end(): Block[] {
    this.endParagraph();
    return this.blocks;
  }
}

/** A heading is bold by itself. */
function withoutStrong(leaf: Leaf): Leaf {
  return { ...leaf, marks: new Set<Mark>([...leaf.marks].filter((mark) => mark !== 'strong')) };
}
