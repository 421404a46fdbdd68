import type { GuideContent, TimeLimit } from '../../contract/guideContent';
import { sheetOf, type SheetKey } from '../columns/sheets';
import type { ValueContext } from '../values/valueKind';

/** A guide to be written, with what stands outside of its content. */
export interface WrittenGuide {
  implementationCode: string;
  department: string;
  content: GuideContent;
}

/** A cell before it gets its looks; null for an empty one. */
export type WrittenCell = string | number | null;

/** The columns of a sheet that are written, in their order. */
export function writtenColumns(key: SheetKey): string[] {
  const { columns, unwritten } = sheetOf(key);
  return Object.keys(columns).filter((name) => !unwritten.has(name));
}

/** A row of a sheet whose columns have these values; what is undefined or null is an empty cell. */
export function rowOf(key: SheetKey, values: Readonly<Record<string, unknown>>, context: ValueContext): WrittenCell[] {
  const { columns } = sheetOf(key);
  return writtenColumns(key).map((name) => {
    const value = values[name];
    return value === undefined || value === null ? null : (columns[name]?.kind.write(value, context) ?? null);
  });
}

function timeLimitValues(field: 'statutoryLimit' | 'committedLimit', limit: TimeLimit | undefined): Record<string, unknown> {
  return { [field]: limit?.amount, [`${field}Unit`]: limit?.unit, [`${field}Note`]: limit?.note };
}

/** The rows of one guide in a sheet of guides; a list that is published as empty has one row with the code alone. */
export function rowsOfGuide(key: SheetKey, guide: WrittenGuide, context: ValueContext): WrittenCell[][] {
  const { implementationCode, department, content } = guide;
  const owner = { implementationCode, guideName: content.name };
  const { list } = sheetOf(key);
  if (list === undefined) {
    const limits = { ...timeLimitValues('statutoryLimit', content.statutoryLimit), ...timeLimitValues('committedLimit', content.committedLimit) };
    return [rowOf(key, { ...content, implementationCode, department, ...limits }, context)];
  }
  if (list === 'steps') {
    return (['onSiteSteps', 'onlineSteps'] as const).flatMap((way) => itemRows(key, content[way], { ...owner, way }, context));
  }
  return itemRows(key, content[list], owner, context);
}

function itemRows(key: SheetKey, items: readonly object[] | undefined, owner: object, context: ValueContext): WrittenCell[][] {
  if (items === undefined) return [];
  const given = items.length === 0 ? [{}] : items;
  return given.map((item) => rowOf(key, { ...owner, ...item }, context));
}
