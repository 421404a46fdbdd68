import { tinyPng } from './docxFile';

const style = (name: string, font: string, size: number, more = '', paragraph = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties style:font-name-asian="${font}" style:font-name="${font}" fo:font-size="${size}pt" style:font-size-asian="${size}pt" ${more}/></style:style>`;
const centred = 'fo:text-align="center"';
const p = (name: string, text: string): string => `<text:p text:style-name="${name}">${text}</text:p>`;
const cell = (text: string, spans = ''): string => `<table:table-cell office:value-type="string" ${spans}>${p('Body', text)}</table:table-cell>`;
const list = (name: string, items: string[]): string => `<text:list text:style-name="${name}">${items.map((item) => `<text:list-item>${p('Body', item)}</text:list-item>`).join('')}</text:list>`;
const fonts = ['方正小标宋简体', '仿宋', '黑体', '楷体'].map((font) => `<style:font-face style:name="${font}" svg:font-family="${font}"/>`).join('');

/** A notice as a department sets it, as a flat OpenDocument file that LibreOffice turns into .docx. */
export const redHeadFodt = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>${fonts}</office:font-face-decls>
<office:automatic-styles>
${style('Red', '方正小标宋简体', 36, 'fo:color="#ff0000"', centred)}${style('Number', '仿宋', 16, '', centred)}${style('Title', '方正小标宋简体', 22, '', centred)}${style('Body', '仿宋', 16)}${style('First', '黑体', 16)}${style('Second', '楷体', 16)}
<text:list-style style:name="Steps"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="1"/></text:list-style>
<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>
<office:body><office:text>
${p('Red', '云岫县人民政府办公室文件')}${p('Number', '云政办发〔2026〕12号')}${p('Body', '')}
${p('Title', '云岫县人民政府办公室')}${p('Title', '关于开展集市整治的通知')}${p('Body', '')}
${p('Body', '各镇人民政府，县直各部门：')}
${p('Body', '　　为方便群众赶集，现将有关事项通知如下。')}
${p('First', '一、整治范围')}${p('Second', '（一）县城集市')}
${p('Body', '　　县城东门、西门两处集市，咨询电话0000-12345601。')}
${list('Steps', ['各摊位登记。', '统一划线。', '分批搬迁。'])}
${list('Points', ['带身份证', '带营业执照'])}
${p('First', '二、时间安排')}
<table:table table:name="Plan"><table:table-column table:number-columns-repeated="3"/>
<table:table-row>${cell('集市')}${cell('整治日期', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row>
<table:table-row>${cell('东门', 'table:number-rows-spanned="2"')}${cell('登记')}${cell('11月5日')}</table:table-row>
<table:table-row><table:covered-table-cell/>${cell('搬迁')}${cell('11月20日')}</table:table-row></table:table>
<text:p text:style-name="Body"><draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"><draw:image><office:binary-data>${tinyPng.toString('base64')}</office:binary-data></draw:image><svg:desc>集市平面图</svg:desc></draw:frame></text:p>
${p('Body', '云岫县人民政府办公室')}${p('Body', '二〇二六年十一月三日')}${p('Body', '（此件公开发布）')}
</office:text></office:body></office:document>`;
