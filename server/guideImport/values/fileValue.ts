import type { GuideFile } from '../../contract/guideContent';
import { problemOfLine, readText } from './cleanText';
import type { ValueKind } from './valueKind';

/** The types of files that a guide may carry, by extension. */
export const fileTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

/** A file that a cell names, before anybody looked for it. */
export class NamedFile {
  constructor(
    /** Below the folder of files, with /. */
    readonly path: string,
  ) {}

  /** What people see. */
  get name(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }
}

/** Reads as a `NamedFile`; the import finds the file itself. */
export const file: ValueKind<GuideFile> = {
  read: (cell) =>
    readText(cell, (text) => {
      const problem = problemOfLine(text, 300);
      if (problem !== undefined) return { problem };
      const steps = text.split('/');
      if (text.includes('\\') || steps.some((step) => step === '' || step.startsWith('.'))) return { problem: `“${text.slice(0, 50)}”应是文件夹里的文件名` };
      const extension = /\.([A-Za-z]+)$/u.exec(text)?.[1]?.toLowerCase() ?? '';
      if (!Object.hasOwn(fileTypes, extension)) return { problem: `“${text.slice(0, 50)}”的扩展名应是 ${Object.keys(fileTypes).join('、')} 之一` };
      if ([...(steps.at(-1) ?? '')].length > 200) return { problem: '文件名最多 200 个字' };
      return { value: new NamedFile(text) };
    }),
  write: (value, context) => context.pathOf(value),
  explain: () => `文件名，带扩展名（${Object.keys(fileTypes).join('、')}），文件放在附件文件夹里，每个不超过 10 MB`,
};
