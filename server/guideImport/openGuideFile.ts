import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { csvGuides } from './csvGuides';
import { GuideFileError } from './guideFileError';
import type { GuideSource } from './guideSource';
import { jsonGuides } from './jsonGuides';
import { xlsxGuides } from './xlsx/xlsxGuides';

/**
 * Chooses the reader by the file's extension, and checks that its first bytes do not say otherwise.
 *
 * @throws GuideFileError when the file is missing, empty, or of a kind that cannot be imported.
 */
export async function openGuideFile(path: string): Promise<GuideSource> {
  const start = await readStart(path);
  const isZip = start.subarray(0, 2).toString('latin1') === 'PK';
  // The container of Excel 97-2003, and of workbooks that are protected by a password.
  const isCompoundFile = start.toString('hex').startsWith('d0cf11e0');
  if (start.length === 0) throw new GuideFileError('文件是空的。');
  if (isCompoundFile) throw new GuideFileError('这是旧版 Excel（.xls）或加了密码的文件。请去掉密码，另存为 .xlsx 再导入。');
  const extension = extname(path).toLowerCase();
  switch (extension) {
    case '.xlsx':
      if (!isZip) throw new GuideFileError('扩展名是 .xlsx，但内容不是 Excel 工作簿。请用表格软件重新另存。');
      return xlsxGuides(path);
    case '.csv':
    case '.json':
      if (isZip) throw new GuideFileError(`扩展名是 ${extension}，但内容像 Excel 工作簿。请把扩展名改为 .xlsx。`);
      return extension === '.csv' ? csvGuides(path) : jsonGuides(path);
    default:
      throw new GuideFileError('只能导入 .csv、.xlsx 和 .json 文件。');
  }
}

async function readStart(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? '没有这个文件' : code === 'EISDIR' ? '这是文件夹，不是文件' : `打不开文件（${code ?? String(error)}）`;
    throw new GuideFileError(`${reason}：${path}`, { cause: error });
  }
}
