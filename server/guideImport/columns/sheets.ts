import { guideFieldLabels, implementationCodeLabel } from '../../guideFields/labels';
import { choice } from '../values/choiceValues';
import { code, line } from '../values/textValues';
import { basicColumns } from './basicColumns';
import { column, type Columns } from './column';
import {
  faqColumns,
  feeColumns,
  legalBasisColumns,
  placeColumns,
  processStepColumns,
  requiredMaterialColumns,
  resultColumns,
  specialProcedureColumns,
} from './itemColumns';
import { listFieldColumns, type ListField } from './listFields';
import { officeColumns, synonymColumns, windowColumns } from './officeColumns';

/** A sheet with a row a guide, with rows of a list of guides, or with rows of a table of its own. */
export interface Sheet {
  name: string;
  /** What a row is, for 填写说明. */
  purpose: string;
  columns: Columns;
  /** Columns that are read and not written: lists in a cell, headings of older files. */
  unwritten: ReadonlySet<string>;
  /** The list whose items the rows are; for 办理流程 that depends on the row. */
  list?: ListField | 'steps';
}

/** Every item says whose it is; the name helps people and is not read. */
const owner = {
  implementationCode: column(implementationCodeLabel, code(64), { isRequired: true, headers: basicColumns.implementationCode.headers, width: 22, note: '这一行属于哪个事项' }),
  guideName: column(guideFieldLabels.name, line(200), { width: 24, note: '只给人看，导入时不读' }),
};
export const ownerColumns: ReadonlySet<string> = new Set(Object.keys(owner));

/** Which of the two processes a step belongs to. */
export const stepWay = choice({ onSiteSteps: '窗口', onlineSteps: '网上' }, { aliases: { onSiteSteps: ['窗口办理', '现场'], onlineSteps: ['网上办理'] } });

const listSheet = (name: string, list: ListField | 'steps', purpose: string, columns: object): Sheet => ({
  name,
  list,
  purpose,
  columns: { ...owner, ...columns },
  unwritten: new Set(),
});

/** The sheets of a workbook of guides, in their order. */
export const sheets = {
  basic: {
    name: '基本信息',
    purpose: '一行一个事项。',
    columns: basicColumns as Columns,
    unwritten: new Set([...Object.keys(listFieldColumns), 'statutoryDays', 'committedDays']),
  },
  legalBases: listSheet('设定依据', 'legalBases', '一行一条依据。', legalBasisColumns),
  steps: listSheet('办理流程', 'steps', '一行一个环节，按先后排列。', {
    way: column('办理方式', stepWay, { isRequired: true, width: 12 }),
    ...processStepColumns,
  }),
  specialProcedures: listSheet('特别程序', 'specialProcedures', '一行一个特别程序。', specialProcedureColumns),
  requiredMaterials: listSheet('申请材料', 'requiredMaterials', '一行一份材料。', requiredMaterialColumns),
  fees: listSheet('收费项目', 'fees', '一行一个收费项目；不收费的事项不用填。', feeColumns),
  results: listSheet('办理结果', 'results', '一行一个结果。', resultColumns),
  places: listSheet('办理窗口', 'places', '一行一个大厅。', placeColumns),
  faqs: listSheet('常见问题', 'faqs', '一行一问一答。', faqColumns),
  offices: { name: '大厅', purpose: '一行一个大厅；这里没有的大厅不会被删掉。', columns: officeColumns as unknown as Columns, unwritten: new Set<string>() },
  windows: { name: '窗口', purpose: '一行一个窗口；这里没有的窗口不会被删掉。', columns: windowColumns as unknown as Columns, unwritten: new Set<string>() },
  synonyms: { name: '群众说法', purpose: '一行一种说法：群众这样搜，就能找到正式名称的事项。', columns: synonymColumns as unknown as Columns, unwritten: new Set<string>() },
} satisfies Record<string, Sheet>;

export type SheetKey = keyof typeof sheets;
export const sheetKeys = Object.keys(sheets) as SheetKey[];

export function sheetOf(key: SheetKey): Sheet {
  return sheets[key];
}

export const guidanceSheetName = '填写说明';

/** The column without which a table of this kind makes no sense. */
export function requiredColumns(key: SheetKey): string[] {
  const { columns, list } = sheetOf(key);
  const required = Object.keys(columns).filter((name) => columns[name]?.isRequired === true);
  // A sheet of a list may lack what clearing it does not need.
  return list === undefined ? required : required.slice(0, 1);
}
