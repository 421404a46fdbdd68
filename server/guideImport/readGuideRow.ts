import { everybody, fieldReaders, type FieldValues } from './fieldReaders';
import { guideColumns, guideFields, type GuideField } from './guideColumns';
import { emptyCell, type OpenedGuides, type SourceRow } from './guideSource';

/** One mistake in one row. `column` is the heading as the file spells it; null when the row as a whole is wrong. */
export interface RowError {
  row: number;
  column: string | null;
  message: string;
}

export interface ReadGuideRow {
  number: number;
  /** Absent when the row has errors. */
  guide?: FieldValues;
  /** The optional fields that the row carries, also those it leaves empty. */
  given: GuideField[];
  /** Known for most wrong rows too, so that its doubles can be named. */
  implementationCode: string | undefined;
  errors: RowError[];
}

const absent: Omit<FieldValues, 'implementation_code' | 'name' | 'department' | 'item_type'> = {
  audiences: [...everybody],
  handling_type: null,
  statutory_days: null,
  committed_days: null,
  visits: null,
  summary: null,
  eligibility: null,
  fee: null,
  required_materials: [],
  address: null,
  opening_hours: null,
  consultation_phone: null,
  supervision_phone: null,
};

/** Checks a row; every mistake in it is named, not only the first. */
export function readGuideRow(row: SourceRow, source: OpenedGuides): ReadGuideRow {
  if (row.problem !== undefined) {
    return { number: row.number, given: [], implementationCode: undefined, errors: [{ row: row.number, column: null, message: row.problem }] };
  }
  const values: Record<string, unknown> = { ...absent };
  const given: GuideField[] = [];
  const errors: RowError[] = [];
  for (const field of guideFields) {
    const cell = row.cells.get(field);
    if (cell === undefined && !guideColumns[field].isRequired) continue;
    const result = fieldReaders[field](cell ?? emptyCell);
    if ('problem' in result) {
      errors.push({ row: row.number, column: source.headerOf(field), message: result.problem });
      continue;
    }
    values[field] = result.value;
    if (!guideColumns[field].isRequired) given.push(field);
  }
  const code = values['implementation_code'];
  return {
    number: row.number,
    // Every required field has been read by now, or there is an error.
    ...(errors.length === 0 ? { guide: values as unknown as FieldValues } : {}),
    given,
    implementationCode: typeof code === 'string' ? code : undefined,
    errors,
  };
}
