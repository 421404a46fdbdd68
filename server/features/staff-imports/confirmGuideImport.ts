import { DecideGuideImportBody, GuideImport, GuideImportParams } from '../../contract/guideImports';
import { staffEndpoint } from '../../endpoint';
import { decideImport } from './decideImport';

export const confirmGuideImport = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-imports/:importId/confirmation',
    summary: '确认导入：写入看过的改动，不多也不少；内容有变时重新核对，不写入',
    params: GuideImportParams,
    body: DecideGuideImportBody,
    reply: GuideImport,
    errors: ['import_not_found', 'import_closed', 'import_under_way', 'import_preview_outdated', 'import_has_refused_rows'],
  },
  async ({ app, params: { importId }, body, staff, request }) => decideImport({ app, staff, request, importId }, 'confirm', body),
);
