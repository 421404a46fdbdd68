import { GuideImport, GuideImportParams } from '../../contract/guideImports';
import { staffEndpoint } from '../../endpoint';
import { decideImport } from './decideImport';

export const cancelGuideImport = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-imports/:importId/cancellation',
    summary: '取消或退回一次导入',
    params: GuideImportParams,
    reply: GuideImport,
    errors: ['import_not_found', 'import_closed'],
  },
  async ({ app, params: { importId }, staff, request }) => decideImport({ app, staff, request, importId }, 'cancel'),
);
