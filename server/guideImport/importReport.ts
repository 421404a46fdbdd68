import type { RecordCounts } from './mergeRecords';
import type { RowError } from './rowError';

export interface ImportSummary {
  /** 行 or 条. */
  rowWord: string;
  isOfSeveralSheets: boolean;
  /** Rows that hold anything, the wrong ones included. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Of 大厅, 窗口 and 群众说法, where the file has them. */
  records: RecordCounts[];
  wrongRows: number;
  /** Of all wrong rows; `errors` holds the first ones. */
  errorCount: number;
  errors: RowError[];
  unknownHeaders: string[];
  notes: string[];
  isDryRun: boolean;
  /** False when errors kept everything back, and for a dry run. */
  isWritten: boolean;
  rejectedRowsPath?: string;
}

/** 「办件类型」不认识“…” */
export function describeRowError(error: RowError): string {
  return error.column === null ? `整行${error.message}` : `「${error.column}」${error.message}`;
}

/** The report of an import in Chinese, for a terminal. */
export function describeImport(summary: ImportSummary, seconds: number): string {
  const lines = summary.errors.map(
    (error) => `${error.sheet === undefined ? '' : `工作表「${error.sheet}」`}第 ${error.row} ${summary.rowWord} ${describeRowError(error)}`,
  );
  const hidden = summary.errorCount - summary.errors.length;
  if (hidden > 0) lines.push(`……还有 ${hidden} 处错误没有列出。`);
  if (summary.unknownHeaders.length > 0) lines.push(`没有用到的列：${summary.unknownHeaders.join('、')}。`);
  lines.push(...summary.notes);
  lines.push(
    `读取 ${summary.read}，新增 ${summary.added}，更新 ${summary.changed}，未变 ${summary.unchanged}，出错 ${summary.wrongRows}；用时 ${seconds.toFixed(1)} 秒。`,
  );
  lines.push(...summary.records.filter(({ added, changed }) => added + changed > 0).map(({ name, added, changed }) => `${name}：新增 ${added}，更新 ${changed}。`));
  if (summary.rejectedRowsPath !== undefined) {
    lines.push(`出错的行和原因写在 ${summary.rejectedRowsPath}，${summary.isOfSeveralSheets ? '请在原来的工作簿里改好后重新导入' : '改好后可以直接导入它'}。`);
  }
  lines.push(describeOutcome(summary));
  return `${lines.join('\n')}\n`;
}

function describeOutcome(summary: ImportSummary): string {
  const isHeldBack = !summary.isWritten && !summary.isDryRun;
  if (isHeldBack || (summary.isDryRun && summary.wrongRows > 0 && summary.added + summary.changed + summary.unchanged === 0)) {
    return '有错误，没有写入任何内容。请改正后重新导入；也可以加 --partial 只导入正确的行。';
  }
  if (summary.isDryRun) return '这是试运行，没有写入任何内容。';
  return summary.wrongRows > 0 ? '已导入正确的行，出错的行没有导入。' : '导入完成。';
}
