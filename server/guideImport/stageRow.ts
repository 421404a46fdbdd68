import type { OpenedTable, SourceRow } from './guideSource';
import { readGuideRow } from './readGuideRow';
import { readItemRow } from './readItemRow';
import { readRecordRow } from './readRecordRow';
import type { StagedRow } from './staging';
import type { ValueContext } from './values/valueKind';

/** What a row of any sheet says; an item row that clears two lists gives two. */
export function stageRow(row: SourceRow, table: OpenedTable, tableNumber: number, context: ValueContext): StagedRow[] {
  const place = { table, tableNumber, row: row.number };
  if (row.problem !== undefined) {
    const sheet = table.sheetName === undefined ? {} : { sheet: table.sheetName };
    return [{ ...place, code: undefined, value: undefined, errors: [{ ...sheet, row: row.number, column: null, message: row.problem }] }];
  }
  switch (table.sheet) {
    case 'basic': {
      const { code, department, given, errors } = readGuideRow(row, table, context);
      return [{ ...place, code, ...(department === undefined ? {} : { department }), value: given, errors }];
    }
    case 'offices':
    case 'windows':
    case 'synonyms': {
      const { record, errors } = readRecordRow(row, table, context);
      const code = record[{ offices: 'code', windows: 'officeCode', synonyms: 'phrase' }[table.sheet]];
      const number = record['number'];
      return [{ ...place, code: typeof code === 'string' ? code : undefined, ...(typeof number === 'string' ? { field: number } : {}), value: record, errors }];
    }
    default: {
      const { code, items, errors } = readItemRow(row, table, context);
      if (errors.length > 0) return [{ ...place, code, value: undefined, errors }];
      return items.map(({ field, item }) => ({ ...place, code, field, value: item, errors: [] }));
    }
  }
}
