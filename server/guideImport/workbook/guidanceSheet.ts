import type { Sheet } from 'write-excel-file/node';
import { guidanceSheetName, sheetKeys, sheetOf, type SheetKey } from '../columns/sheets';
import type { ValueContext } from '../values/valueKind';
import { exampleGuide, exampleRecords } from './exampleGuide';
import { rowOf, rowsOfGuide, writtenColumns, type WrittenCell } from './sheetRows';
import { headerCell, textCell } from './writeWorkbook';

const introduction = [
  '怎么填这个工作簿',
  '一、工作表「基本信息」一行一个事项；其余工作表用实施编码说明某一行属于哪个事项。标题带 * 的列必须填。',
  '二、再次导入时按实施编码更新：文件里没有的列保持原样，留空的格会清除原来的内容。',
  '三、设定依据、办理流程、申请材料等工作表：写了某个事项，就用这些行替换它原来的全部内容；没有写到的事项保持原样。某个事项只写实施编码、其余全空，表示它的这一项公布为“没有”。',
  '四、可以删掉不需要的工作表和列，不要改工作表的名称和列的标题。只想改常见问题，就只留「常见问题」一张表。',
  '五、表格、样例、样本和流程图填文件名，文件放在和本文件同名、末尾加“-附件”的文件夹里，或者导入时用 --files 指出文件夹。',
  '六、最后一列的“示例”是虚构的，不会导入。',
];
type Row = Sheet<never>['data'][number];

const headings = ['工作表', '列', '必填', '可以填什么', '说明', '示例'];

/** The sheet that explains every column; nothing in it is imported. */
export function guidanceSheet(context: ValueContext): Sheet<never> {
  return {
    sheet: guidanceSheetName,
    columns: [14, 20, 8, 60, 50, 50].map((width) => ({ width })),
    data: [
      ...introduction.map((line, index) => spanningRow(line, index === 0)),
      headings.map(headerCell),
      ...sheetKeys.flatMap((key) => explainSheet(key, context)),
    ],
  };
}

function spanningRow(text: string, isBold: boolean): Row {
  const looks: Row[number] = { value: text, type: String, columnSpan: headings.length, wrap: true, alignVertical: 'top' };
  return [isBold ? { ...looks, fontWeight: 'bold' } : looks, ...Array<null>(headings.length - 1).fill(null)];
}

function explainSheet(key: SheetKey, context: ValueContext): Row[] {
  const { name, purpose, columns } = sheetOf(key);
  const example = exampleRow(key, context);
  const rows = writtenColumns(key).map((column, index) => {
    const { label = '', kind, isRequired = false, note = '' } = columns[column] ?? {};
    const value = example[index] ?? null;
    return [name, label, isRequired ? '必填' : '', kind?.explain(context) ?? '', note, value === null ? '' : String(value)].map((text) => textCell(text === '' ? null : text));
  });
  return [[textCell(name, { isBold: true }), textCell(purpose, { isBold: true }), null, null, null, null], ...rows];
}

function exampleRow(key: SheetKey, context: ValueContext): WrittenCell[] {
  if (key === 'offices' || key === 'windows' || key === 'synonyms') return rowOf(key, { ...exampleRecords[key] }, context);
  return rowsOfGuide(key, exampleGuide, context)[0] ?? [];
}
