import type { GuideContent, TimeLimit } from '../contract/guideContent';
import { basicColumns, type BasicColumn } from './columns/basicColumns';
import { columnNames } from './columns/column';
import { cellText, emptyCell, jsonCell, type Cell, type OpenedTable, type SourceRow } from './guideSource';
import type { RowError } from './rowError';
import type { ValueContext } from './values/valueKind';

/** The fields that a row carries; null clears one. Files are only named in it, see `NamedFile`. */
export type GivenContent = { [Field in keyof GuideContent]?: unknown };

export interface ReadGuide {
  /** Known for most wrong rows too, so that its doubles can be named. */
  code: string | undefined;
  department: string | undefined;
  given: GivenContent;
  errors: RowError[];
}

/** `statutoryLimit` and `committedLimit` are made of several columns. */
const timeLimits = { statutoryLimit: 'statutoryDays', committedLimit: 'committedDays' } as const;
type TimeLimitField = keyof typeof timeLimits;
const partsOfTimeLimits: ReadonlySet<string> = new Set(['statutoryDays', 'committedDays', ...Object.keys(timeLimits).flatMap((field) => [`${field}Unit`, `${field}Note`])]);

/** Checks a row of 基本信息; every mistake in it is named, not only the first. */
export function readGuideRow(row: SourceRow, table: OpenedTable, context: ValueContext): ReadGuide {
  const reader = new RowReader(row, table, context);
  const values: Record<string, unknown> = {};
  for (const name of columnNames(basicColumns)) {
    if (partsOfTimeLimits.has(name)) continue;
    const value = name in timeLimits ? reader.timeLimit(name as TimeLimitField) : reader.value(name);
    if (value !== undefined) values[name] = value;
  }
  const { implementationCode, department, ...given } = values;
  return {
    code: typeof implementationCode === 'string' ? implementationCode : undefined,
    department: typeof department === 'string' ? department : undefined,
    given,
    errors: reader.errors,
  };
}

class RowReader {
  readonly errors: RowError[] = [];
  private readonly cells: ReadonlyMap<string, Cell>;

  constructor(
    private readonly row: SourceRow,
    private readonly table: OpenedTable,
    private readonly context: ValueContext,
  ) {
    this.cells = withOldFees(row.cells);
  }

  /** What the column says, null where it is empty; undefined where the row does not carry it or it is wrong. */
  value(name: BasicColumn): unknown {
    const column = basicColumns[name];
    const cell = this.cells.get(name);
    if (cell === undefined && !column.isRequired) return undefined;
    const result = column.kind.read(cell ?? emptyCell, this.context);
    if ('problem' in result) return this.fail(name, result.problem);
    if (result.value !== null) return result.value;
    if (column.isRequired) return this.fail(name, '没有填写');
    return column.whenEmpty ?? null;
  }

  /** A note that the file has no column for is left out, so that the stored one stays. */
  timeLimit(field: TimeLimitField): unknown {
    const days = timeLimits[field];
    const whole = this.cells.get(field);
    if (whole?.kind === 'json') return this.timeLimitObject(field, whole.value);
    const isOld = whole === undefined || whole.kind === 'empty';
    const source = isOld && this.cells.has(days) ? days : field;
    const [unitName, noteName] = [`${field}Unit`, `${field}Note`] as const;
    const amount = this.value(source) as { amount: number; unit?: TimeLimit['unit'] } | null | undefined;
    const unit = this.value(unitName) as TimeLimit['unit'] | null | undefined;
    const note = this.value(noteName);
    if (amount === undefined || amount === null) {
      if (amount === undefined && this.cells.has(source)) return undefined;
      for (const name of [unitName, noteName]) if (isFilled(this.cells.get(name))) return this.fail(name, `要和「${basicColumns[field].label}」一起填`);
      return amount;
    }
    if (source === days && amount.unit !== undefined && amount.unit !== 'working_day') return this.fail(days, '这一列的单位是工作日，不能写别的单位');
    const namedUnit = amount.unit ?? (source === days ? 'working_day' : undefined);
    if (namedUnit !== undefined && unit !== undefined && unit !== null && unit !== namedUnit) return this.fail(unitName, '和时限里写的单位不一样');
    return { amount: amount.amount, unit: namedUnit ?? unit ?? 'working_day', ...(note === undefined ? {} : { note }) };
  }

  /** The contract's own form, in JSON. */
  private timeLimitObject(field: TimeLimitField, given: unknown): unknown {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return this.fail(field, '应是数字、文字或 {amount, unit, note}');
    const { unit } = given as { unit?: unknown };
    const named = basicColumns[`${field}Unit`].kind.read(jsonCell(unit), this.context);
    // A unit that is no unit is told of with the rest of the contract.
    return { note: null, ...given, ...('value' in named && named.value !== null ? { unit: named.value } : {}) };
  }

  private fail(name: BasicColumn, message: string): undefined {
    const { sheetName } = this.table;
    this.errors.push({ ...(sheetName === undefined ? {} : { sheet: sheetName }), row: this.row.number, column: this.table.headerOf(name), message });
  }
}

/** `fees` was the name of the text that is now `fee`. */
function withOldFees(cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, Cell> {
  const fees = cells.get('fees');
  if (fees === undefined || fees.kind === 'empty' || fees.kind === 'json' || cells.has('fee') || cellText(fees).trimStart().startsWith('[')) return cells;
  const renamed = new Map(cells);
  renamed.delete('fees');
  renamed.set('fee', fees);
  return renamed;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== 'empty';
}
