import { strToU8, zipSync, type Zippable } from 'fflate';

export interface DemoForm {
  name: string;
  /** Label and what the sample says. */
  rows: [label: string, sample: string][];
  notes: string[];
}

const namespace = 'http://schemas.openxmlformats.org';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Twentieths of a point: A4, and what its margins leave for the table. */
const page = { width: 11_906, height: 16_838, margin: 1_304, labels: 2_900, values: 6_398 };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Looks {
  halfPoints?: number;
  isBold?: boolean;
  isCentred?: boolean;
  colour?: string;
}

function paragraph(text: string, { halfPoints = 22, isBold = false, isCentred = false, colour }: Looks = {}): string {
  const run = `<w:rPr>${isBold ? '<w:b/>' : ''}${colour === undefined ? '' : `<w:color w:val="${colour}"/>`}<w:sz w:val="${halfPoints}"/></w:rPr>`;
  return `<w:p><w:pPr><w:spacing w:before="60" w:after="60"/>${isCentred ? '<w:jc w:val="center"/>' : ''}</w:pPr><w:r>${run}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
}

function cell(width: number, content: string, isShaded: boolean): string {
  const shade = isShaded ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F5FA"/>' : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

function table(rows: DemoForm['rows'], isFilled: boolean): string {
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="7F8FA9"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const lines = rows.map(
    ([label, sample]) =>
      `<w:tr><w:trPr><w:trHeight w:val="520" w:hRule="atLeast"/></w:trPr>${cell(page.labels, paragraph(label), true)}${cell(page.values, paragraph(isFilled ? sample : '', { colour: '1F4E9E' }), false)}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${page.labels + page.values}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${page.labels}"/><w:gridCol w:w="${page.values}"/></w:tblGrid>${lines.join('')}</w:tbl>`;
}

function documentXml({ name, rows, notes }: DemoForm, isFilled: boolean): string {
  const body = [
    paragraph(name, { halfPoints: 36, isBold: true, isCentred: true }),
    ...(isFilled ? [paragraph('填写样例：人名、号码和地址都是虚构的', { isCentred: true, colour: 'B3261E' })] : []),
    table(rows, isFilled),
    ...(notes.length === 0 ? [] : [paragraph('填表说明', { isBold: true }), ...notes.map((note, index) => paragraph(`${index + 1}. ${note}`, { halfPoints: 20 }))]),
  ];
  const { width, height, margin } = page;
  const section = `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`;
  return `${declaration}<w:document xmlns:w="${namespace}/wordprocessingml/2006/main"><w:body>${body.join('')}${section}</w:body></w:document>`;
}

const styles = `${declaration}<w:styles xmlns:w="${namespace}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;
const contentTypes = `${declaration}<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const relationships = (type: string, target: string): string =>
  `${declaration}<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/**
 * A form as a Word document: a table with its labels, filled in with the sample or empty. The same form gives the same bytes,
 * because a guide names a file by their hash.
 */
export function wordForm(form: DemoForm, options: { isFilled: boolean }): Uint8Array {
  // ZIP keeps local time without a zone.
  const entry = { mtime: new Date(1980, 0, 1), level: 9, os: 0 } as const;
  const parts: Zippable = {
    '[Content_Types].xml': [strToU8(contentTypes), entry],
    '_rels/.rels': [strToU8(relationships('officeDocument', 'word/document.xml')), entry],
    'word/document.xml': [strToU8(documentXml(form, options.isFilled)), entry],
    'word/styles.xml': [strToU8(styles), entry],
    'word/_rels/document.xml.rels': [strToU8(relationships('styles', 'styles.xml')), entry],
  };
  return zipSync(parts);
}
