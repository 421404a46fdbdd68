import type { Node } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, mergeCells, splitCell } from 'prosemirror-tables';
import { schema } from './schema';

const { nodes } = schema;

const create = (name: string, attrs: Record<string, unknown> | null, content?: readonly Node[]): Node => {
  const made = nodes[name]?.createAndFill(attrs, content);
  if (made === null || made === undefined) throw new Error(`the text knows no ${name}`);
  return made;
};

const newSize = { rows: 3, columns: 3 };

export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  // Tables inside tables cannot be read on a phone.
  if (tableAround(state) !== null || nodes['table'] === undefined) return false;
  if (dispatch === undefined) return true;
  const row = (isHead: boolean): Node => create('table_row', { isHead }, Array.from({ length: newSize.columns }, () => create(isHead ? 'table_header' : 'table_cell', null)));
  const table = create('table', null, [row(true), ...Array.from({ length: newSize.rows - 1 }, () => row(false))]);
  const tr = state.tr;
  const isEmptyLine = $from.parent.isTextblock && $from.parent.content.size === 0 && $from.depth > 0;
  const at = isEmptyLine ? $from.before() : $from.after(Math.max(1, $from.depth));
  if (isEmptyLine) tr.replaceWith(at, $from.after(), table);
  else tr.insert(at, table);
  // Somewhere to go on writing.
  const end = at + table.nodeSize;
  if (tr.doc.resolve(end).nodeAfter === null) tr.insert(end, create('paragraph', null));
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
  dispatch(tr.scrollIntoView());
  return true;
};

function tableAround(state: EditorState): { table: Node; start: number; rowDepth: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === nodes['table']) return { table: $from.node(depth), start: $from.start(depth), rowDepth: depth + 1 };
  return null;
}

const isInHead = (state: EditorState): boolean => {
  const around = tableAround(state);
  if (around === null || state.selection.$from.depth < around.rowDepth) return false;
  return state.selection.$from.node(around.rowDepth).attrs['isHead'] === true;
};

/** The first row names the columns, or is a row like the others. */
const toggleHead: Command = (state, dispatch) => {
  const around = tableAround(state);
  const first = around?.table.firstChild;
  if (around === null || first === null || first === undefined) return false;
  if (dispatch === undefined) return true;
  const isHead = first.attrs['isHead'] !== true;
  const tr = state.tr.setNodeMarkup(around.start, undefined, { isHead });
  first.forEach((cell, offset) => tr.setNodeMarkup(around.start + 1 + offset, isHead ? nodes['table_header'] : nodes['table_cell'], cell.attrs));
  dispatch(tr);
  return true;
};

export const tableCommands = {
  // Above the head there is nothing.
  rowAbove: ((state, dispatch) => !isInHead(state) && addRowBefore(state, dispatch)) as Command,
  rowBelow: addRowAfter,
  columnLeft: addColumnBefore,
  columnRight: addColumnAfter,
  deleteRow,
  deleteColumn,
  mergeCells,
  splitCell,
  toggleHead,
  deleteTable,
} satisfies Record<string, Command>;
