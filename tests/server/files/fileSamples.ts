import ExcelJS from 'exceljs';

/** The smallest real PNG: one transparent pixel. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
export const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** 姓名,电话 and 甲,1 in GB 18030, as spreadsheet programs in China write it. */
export const gb18030Table = Buffer.from('d0d5c3fb2cb5e7bbb00d0abcd72c310d0a', 'hex');

export async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('事项').addRow(['名称', '部门']);
  return Buffer.from(await book.xlsx.writeBuffer());
}
