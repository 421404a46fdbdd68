import type { ItemColumns } from '../columns/column';
import { columnOfHeader, type Columns } from '../columns/column';
import { cellText, emptyCell, jsonCell, type Cell } from '../guideSource';
import { clean } from './cleanText';
import type { FieldResult, ValueContext, ValueKind } from './valueKind';

interface ObjectListOptions<Item> {
  /** How the list can be written in one cell, or an item of it as a text; undefined where it needs a sheet of its own. */
  fromText?: (text: string) => Item[];
  /** The sheet to name to whoever wrote text where there is no such way. */
  sheet: string;
  most: number;
}

/**
 * A list of objects: in JSON an array of objects with the contract's keys or the columns' headings; in a table the same as
 * JSON text, or what `fromText` reads.
 */
export function objectList<Item>(columns: ItemColumns<Item>, { fromText, sheet, most }: ObjectListOptions<Item>): ValueKind<Item[]> {
  const known: Columns = columns as unknown as Columns;
  const readItem = (item: unknown, position: number, context: ValueContext): FieldResult<unknown[]> => {
    if (typeof item === 'string' && fromText !== undefined) return readItems(fromText(`${item}\n`), known, context);
    const read = readObject(item, known, context);
    return 'problem' in read ? { problem: `第 ${position} 项${read.problem}` } : { value: [read.value] };
  };
  const readList = (list: readonly unknown[], context: ValueContext): FieldResult => {
    const items: unknown[] = [];
    for (const [index, item] of list.entries()) {
      const read = readItem(item, index + 1, context);
      if ('problem' in read) return read;
      items.push(...read.value);
    }
    return items.length > most ? { problem: `有 ${items.length} 项，最多 ${most} 项` } : { value: items };
  };
  return {
    read: (cell, context) => {
      const given = listOfCell(cell);
      if ('problem' in given) return given;
      if (typeof given.value !== 'string') return given.value === null ? { value: null } : readList(given.value, context);
      if (fromText === undefined) return { problem: `不能写在一格里：请用 .xlsx 模板的工作表「${sheet}」，或用 .json` };
      return readList(fromText(given.value), context);
    },
    // Written to sheets of their own; here only for whoever wants one cell of it.
    write: (items) => JSON.stringify(items),
    explain: () => `写在工作表「${sheet}」里`,
  };
}

/** The array that a cell holds or spells out, its text, or null for an empty cell. */
function listOfCell(cell: Cell): FieldResult<readonly unknown[] | string | null> {
  if (cell.kind === 'unreadable') return { problem: cell.reason };
  if (cell.kind === 'json') return Array.isArray(cell.value) ? { value: cell.value } : { problem: '应是数组' };
  const text = clean(cellText(cell));
  if (text === '') return { value: null };
  if (!text.startsWith('[')) return { value: text };
  try {
    const parsed: unknown = JSON.parse(text);
    return { value: Array.isArray(parsed) ? parsed : text };
  } catch (error) {
    if (error instanceof SyntaxError) return { value: text };
    throw error;
  }
}

function readItems(items: readonly unknown[], columns: Columns, context: ValueContext): FieldResult<unknown[]> {
  const read = items.map((item) => readObject(item, columns, context));
  const wrong = read.find((result) => 'problem' in result);
  return wrong !== undefined && 'problem' in wrong ? wrong : { value: read.flatMap((result) => ('value' in result ? [result.value] : [])) };
}

function readObject(item: unknown, columns: Columns, context: ValueContext): FieldResult<object> {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return { problem: '不是对象' };
  const cells = new Map<string, Cell>();
  for (const [key, value] of Object.entries(item)) {
    const name = columnOfHeader(columns, key);
    if (name === undefined) return { problem: `有不认识的键“${key.slice(0, 50)}”` };
    cells.set(name, jsonCell(value));
  }
  const { values, problems } = readColumns(columns, cells, context);
  const [problem] = problems;
  return problem === undefined ? { value: values } : { problem: `「${columns[problem.name]?.label ?? problem.name}」${problem.problem}` };
}

/** Reads the cells of one item; what is empty is left out, or is what the column says. */
export function readColumns(
  columns: Columns,
  cells: ReadonlyMap<string, Cell>,
  context: ValueContext,
): { values: Record<string, unknown>; problems: { name: string; problem: string }[] } {
  const values: Record<string, unknown> = {};
  const problems: { name: string; problem: string }[] = [];
  for (const [name, column] of Object.entries(columns)) {
    const result = column.kind.read(cells.get(name) ?? emptyCell, context);
    if ('problem' in result) problems.push({ name, problem: result.problem });
    else if (result.value !== null) values[name] = result.value;
    else if (column.isRequired) problems.push({ name, problem: '没有填写' });
    else if (column.whenEmpty !== undefined) values[name] = column.whenEmpty;
  }
  return { values, problems };
}
