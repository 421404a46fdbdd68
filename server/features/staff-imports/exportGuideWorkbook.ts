import { ApiError } from '../../apiError';
import { staffEndpoint } from '../../endpoint';
import { exportWorkbook } from '../../guideImport/workbook/exportGuides';
import { mayStartImport } from '../../staff/guideImportPolicy';
import { sendWorkbook, workbookReply } from './workbooks';

export const exportGuideWorkbook = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/guide-workbooks/current',
    summary: '现有的全部事项、大厅、窗口和群众说法，改好后可以再导入；附件只写文件名',
    reply: workbookReply,
    // Holds all guides in memory while it writes.
    limits: [{ per: 'citizen', limit: 6, windowSeconds: 600 }],
  },
  async ({ app, staff, reply }) => {
    if (!mayStartImport(staff)) throw new ApiError('not_allowed');
    return sendWorkbook(reply, '办事指南.xlsx', (path) => exportWorkbook(app.pool, path));
  },
);
