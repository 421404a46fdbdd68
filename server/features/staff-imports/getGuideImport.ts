import { GuideImport, GuideImportParams } from '../../contract/guideImports';
import { staffEndpoint } from '../../endpoint';
import { findVisibleImport } from './findVisibleImport';
import { presentImport } from './importPresenter';

export const getGuideImport = staffEndpoint(
  { method: 'GET', url: '/staff/guide-imports/:importId', summary: '一次导入：进度、核对结果、能做什么', params: GuideImportParams, reply: GuideImport, errors: ['import_not_found'] },
  async ({ app, params, staff }) => presentImport(await findVisibleImport(app.db, staff, params.importId), staff, app.encryption),
);
