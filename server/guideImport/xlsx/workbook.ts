import { posix } from 'node:path';
import { GuideFileError } from '../guideFileError';
import { readWholeXml } from './readXml';
import type { XlsxArchive } from './xlsxArchive';

export interface Sheet {
  name: string;
  path: string;
}

export interface Workbook {
  /** The visible sheets, in the order of their tabs. */
  sheets: Sheet[];
  sharedStringsPath: string | undefined;
  isFrom1904: boolean;
  isDateStyle(style: number): boolean;
}

/** Reads how a workbook is put together (ECMA-376 part 2 for the relationships). */
export async function readWorkbook(archive: XlsxArchive): Promise<Workbook> {
  const [root] = [...(await readRelationships(archive, '_rels/.rels', '')).values()].filter(({ type }) => type.endsWith('/officeDocument'));
  const path = root?.target ?? 'xl/workbook.xml';
  const related = await readRelationships(archive, `${posix.dirname(path)}/_rels/${posix.basename(path)}.rels`, posix.dirname(path));
  const targetOf = (type: string): string | undefined => [...related.values()].find((relation) => relation.type.endsWith(type))?.target;
  const sheets: Sheet[] = [];
  let isFrom1904 = false;
  await readWholeXml(await archive.read(path), (name, attributes) => {
    if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const target = related.get(id ?? '')?.target;
    if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', path: target });
  });
  if (sheets.length === 0) throw new GuideFileError('Excel 文件里没有可读的工作表。');
  return { sheets, isFrom1904, sharedStringsPath: targetOf('/sharedStrings'), isDateStyle: await readDateStyles(archive, targetOf('/styles')) };
}

async function readRelationships(archive: XlsxArchive, path: string, base: string): Promise<Map<string, { type: string; target: string }>> {
  const relations = new Map<string, { type: string; target: string }>();
  if (!archive.has(path)) return relations;
  await readWholeXml(await archive.read(path), (name, attributes) => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
    if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined || mode === 'External') return;
    relations.set(id, { type, target: target.startsWith('/') ? target.slice(1) : posix.join(base, target) });
  });
  return relations;
}

/** Numbers of the built-in formats that show a date or a time, those of the East Asian editions included. */
const builtInDateFormats = [[14, 22], [27, 36], [45, 47], [50, 58]] as const;

async function readDateStyles(archive: XlsxArchive, path: string | undefined): Promise<(style: number) => boolean> {
  const dateFormats = new Set<number>();
  for (const [first, last] of builtInDateFormats) for (let id = first; id <= last; id += 1) dateFormats.add(id);
  const styles: boolean[] = [];
  let inCellFormats = false;
  if (path !== undefined && archive.has(path)) {
    await readWholeXml(await archive.read(path), (name, attributes) => {
      if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? '')) dateFormats.add(Number(attributes['numFmtId']));
      if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'cellStyles' || name === 'dxfs') inCellFormats = name === 'cellXfs';
      if (name === 'xf' && inCellFormats) styles.push(dateFormats.has(Number(attributes['numFmtId'] ?? 0)));
    });
  }
  return (style) => styles[style] ?? false;
}

/** Letters of a date outside of quoted text, colours and escaped characters. */
function isDateFormat(code: string): boolean {
  return /[ymdhs]/iu.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/giu, ''));
}
