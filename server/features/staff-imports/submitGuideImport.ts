import { DecideGuideImportBody, GuideImport, GuideImportParams } from '../../contract/guideImports';
import { staffEndpoint } from '../../endpoint';
import { decideImport } from './decideImport';

export const submitGuideImport = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-imports/:importId/submission',
    summary: '编辑导入的表格交给审核',
    params: GuideImportParams,
    body: DecideGuideImportBody,
    reply: GuideImport,
    errors: ['import_not_found', 'import_closed', 'import_under_way', 'import_preview_outdated', 'import_has_refused_rows'],
  },
  async ({ app, params: { importId }, body, staff, request }) => decideImport({ app, staff, request, importId }, 'submit', body),
);
