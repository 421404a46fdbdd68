import { strToU8, zipSync } from 'fflate';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** 1 by 1 pixel. */
export const tinyPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export interface DocxParts {
  /** What stands in `w:body`. */
  body?: string;
  /** The whole main part, instead of `body`. */
  document?: string;
  /** What stands in `w:numbering`. */
  numbering?: string;
  /** What stands in `w:styles`. */
  styles?: string;
  /** `Relationship` elements of the main part. */
  relationships?: string;
  contentTypes?: string;
  mainType?: string;
  others?: Record<string, Uint8Array | string>;
}

const relation = (id: string, kind: string, target: string, mode = ''): string => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
export const internal = (id: string, kind: string, target: string): string => relation(id, kind, target);
export const external = (id: string, kind: string, target: string): string => relation(id, kind, target, 'External');

export const documentOf = (body: string): string =>
  `${declaration}<w:document xmlns:w="${wordNamespace}" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>${body}</w:body></w:document>`;

/** A Word document made by hand, so that it can be as odd as no program would write it. */
export function docxFile({ body = '', document = documentOf(body), numbering = '', styles = '', relationships = '', contentTypes, mainType: type = mainType, others = {} }: DocxParts): Buffer {
  const root = (name: string, content: string): string => `${declaration}<w:${name} xmlns:w="${wordNamespace}">${content}</w:${name}>`;
  const parts: Record<string, Uint8Array | string> = {
    '[Content_Types].xml': contentTypes ?? `${declaration}<Types xmlns="${packageNamespace}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${relation('s', 'styles', 'styles.xml')}${relation('n', 'numbering', 'numbering.xml')}${relationships}</Relationships>`,
    'word/styles.xml': root('styles', styles),
    'word/numbering.xml': root('numbering', numbering),
    ...others,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]))));
}

export interface ParagraphLooks {
  font?: string;
  halfPoints?: number;
  isCentred?: boolean;
  isBold?: boolean;
  colour?: string;
  style?: string;
  list?: [id: number, level: number];
}

export function paragraph(text: string, { font, halfPoints, isCentred, isBold, colour, style, list }: ParagraphLooks = {}): string {
  const properties = `${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`}${isCentred === true ? '<w:jc w:val="center"/>' : ''}`;
  const look = `${font === undefined ? '' : `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${font}"/>`}${isBold === true ? '<w:b/>' : ''}${colour === undefined ? '' : `<w:color w:val="${colour}"/>`}${halfPoints === undefined ? '' : `<w:sz w:val="${halfPoints}"/>`}`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`;
}

export const pictureRun = (attribute: string, alt = '大厅照片'): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${attribute}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
