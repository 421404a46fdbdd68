import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { GuideImportParams } from '../../contract/guideImports';
import { staffEndpoint } from '../../endpoint';
import { findVisibleImport } from './findVisibleImport';

export const readRefusedRows = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/guide-imports/:importId/refused-rows',
    summary: '没有通过的行和原因，CSV；单张表格的改好后可以直接再导入',
    params: GuideImportParams,
    reply: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: '文件内容' }),
    errors: ['import_not_found', 'file_not_found'],
  },
  async ({ app, params, staff, reply }) => {
    const { refused_rows_hash: hash } = await findVisibleImport(app.db, staff, params.importId);
    const opened = hash === null ? undefined : await app.files.open(hash);
    if (opened === undefined) throw new ApiError('file_not_found');
    void reply.headers({
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8',
      'content-length': opened.byteSize,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('没有通过的行.csv')}`,
    });
    return reply.send(opened.bytes) as never;
  },
);
