import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { AllSelection, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { schema } from './schema';
import { insertTable, tableCommands } from './tableCommands';

const { nodes, marks } = schema;
type NodeName = keyof typeof nodes;
type MarkName = keyof typeof marks;

/** Bold, slanted and underlined go; links and the kind of the paragraph stay. */
const clearLook: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  if (empty) return false;
  if (dispatch !== undefined) {
    const tr = state.tr;
    for (const name of ['strong', 'em', 'u'] as const) tr.removeMark(from, to, marks[name]);
    dispatch(tr);
  }
  return true;
};

const isInside = (state: EditorState, type: NodeType): boolean => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === type) return true;
  return false;
};

const toggleList =
  (type: NodeType): Command =>
  (state, dispatch, view) =>
    isInside(state, type) ? liftListItem(nodes['list_item'] as NodeType)(state, dispatch, view) : wrapInList(type)(state, dispatch, view);

const toggleQuote: Command = (state, dispatch, view) => (isInside(state, node('blockquote')) ? lift(state, dispatch, view) : wrapIn(node('blockquote'))(state, dispatch, view));

function node(name: NodeName): NodeType {
  const type = nodes[name];
  if (type === undefined) throw new Error(`the text knows no ${name}`);
  return type;
}

function mark(name: MarkName): MarkType {
  const type = marks[name];
  if (type === undefined) throw new Error(`the text knows no ${name}`);
  return type;
}

/** What the toolbar and the keyboard can do, by name. */
export const commands = {
  undo,
  redo,
  paragraph: setBlockType(node('paragraph')),
  heading2: setBlockType(node('heading'), { level: 2 }),
  heading3: setBlockType(node('heading'), { level: 3 }),
  heading4: setBlockType(node('heading'), { level: 4 }),
  strong: toggleMark(mark('strong')),
  em: toggleMark(mark('em')),
  u: toggleMark(mark('u')),
  clearLook,
  bulletList: toggleList(node('bullet_list')),
  orderedList: toggleList(node('ordered_list')),
  deeper: sinkListItem(node('list_item')),
  shallower: liftListItem(node('list_item')),
  quote: toggleQuote,
  insertTable,
  ...tableCommands,
} satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;

/** What holds where the cursor stands, for the toolbar. */
export interface EditorLook {
  block: 'paragraph' | 'heading2' | 'heading3' | 'heading4';
  active: ReadonlySet<CommandName>;
  possible: ReadonlySet<CommandName>;
  /** Of the link under the cursor. */
  href: string | null;
  hasSelection: boolean;
  /** Of the picture that is chosen. */
  alt: string | null;
  isInTable: boolean;
}

export function lookOf(state: EditorState): EditorLook {
  const { $from, from, to, empty } = state.selection;
  const hasMark = (type: MarkType): boolean => (empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type));
  const level = $from.parent.type === nodes['heading'] ? String($from.parent.attrs['level']) : null;
  const names = Object.keys(commands) as CommandName[];
  const isActive: Partial<Record<CommandName, boolean>> = {
    strong: hasMark(mark('strong')),
    em: hasMark(mark('em')),
    u: hasMark(mark('u')),
    bulletList: isInside(state, node('bullet_list')),
    orderedList: isInside(state, node('ordered_list')),
    quote: isInside(state, node('blockquote')),
  };
  const chosen = 'node' in state.selection ? (state.selection as { node: { type: NodeType; attrs: { alt?: unknown } } }).node : null;
  const link = mark('link').isInSet($from.marks()) ?? mark('link').isInSet(state.doc.nodeAt(from)?.marks ?? []);
  return {
    block: level === null ? 'paragraph' : (`heading${level}` as EditorLook['block']),
    active: new Set(names.filter((name) => isActive[name] === true)),
    possible: new Set(names.filter((name) => commands[name](state))),
    href: link === undefined ? null : String(link.attrs['href']),
    hasSelection: !empty,
    alt: chosen?.type === nodes['picture'] ? String(chosen.attrs.alt) : null,
    isInTable: isInside(state, node('table')),
  };
}

/** Links what is selected, or the word of the link under the cursor; null takes the link away. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const type = mark('link');
    const { $from, empty } = state.selection;
    let { from, to } = state.selection;
    if (empty) {
      const around = linkAround(state);
      if (around !== null) ({ from, to } = around);
      else if (href !== null) {
        dispatch?.(state.tr.replaceSelectionWith(schema.text(href, [...$from.marks(), type.create({ href })]), false));
        return true;
      } else return false;
    }
    const tr = state.tr.removeMark(from, to, type);
    if (href !== null) tr.addMark(from, to, type.create({ href }));
    dispatch?.(tr);
    return true;
  };
}

function linkAround(state: EditorState): { from: number; to: number } | null {
  const { $from } = state.selection;
  const base = $from.start();
  let found: { from: number; to: number } | null = null;
  $from.parent.forEach((child, offset) => {
    const isHere = offset <= $from.parentOffset && $from.parentOffset <= offset + child.nodeSize;
    if (isHere && mark('link').isInSet(child.marks) !== undefined) found = { from: base + offset, to: base + offset + child.nodeSize };
  });
  return found;
}

/** Selects these words and brings them into sight. */
export function selectWords(words: string): Command {
  return (state, dispatch) => {
    let place: { from: number; to: number } | null = null;
    state.doc.descendants((block, position) => {
      if (place !== null || !block.isTextblock) return place === null;
      // A picture or line break takes one place, as a character does.
      const text = block.textBetween(0, block.content.size, undefined, '￼');
      const at = text.indexOf(words);
      if (at >= 0) place = { from: position + 1 + at, to: position + 1 + at + words.length };
      return false;
    });
    if (place === null) return false;
    const { from, to } = place;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
    return true;
  };
}

export const selectAll: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(new AllSelection(state.doc)));
  return true;
};
