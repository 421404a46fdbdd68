import { ApiError } from '../../apiError';
import { staffEndpoint } from '../../endpoint';
import { writeTemplate } from '../../guideImport/workbook/writeTemplate';
import { mayStartImport } from '../../staff/guideImportPolicy';
import { sendWorkbook, workbookReply } from './workbooks';

export const readImportTemplate = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/guide-workbooks/template',
    summary: '空白的导入模板，第一张工作表说明怎么填',
    reply: workbookReply,
    limits: [{ per: 'citizen', limit: 30, windowSeconds: 600 }],
  },
  async ({ app, staff, reply }) => {
    if (!mayStartImport(staff)) throw new ApiError('not_allowed');
    return sendWorkbook(reply, '办事指南导入模板.xlsx', (path) => writeTemplate(app.pool, path));
  },
);
