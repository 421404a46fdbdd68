import type { DecideGuideImportBody, GuideImport, GuideImportPage, ImportRowKind, ImportRowPage } from '../../../../server/contract/guideImports';
import type { ApiClient } from '../../../api/ApiClient';
import type { ChosenFile } from '../files/chosenFile';
import { saveDownload } from '../files/saveDownload';
import { uploadStaffFile } from '../files/staffFilesApi';

const base = '/staff/guide-imports';

export const importsApi = (client: ApiClient, token: () => string | null) => ({
  list: (cursor?: string) => client.request<GuideImportPage>({ path: base, query: { cursor } }),
  read: (id: string) => client.request<GuideImport>({ path: `${base}/${id}` }),
  rows: (id: string, kind: ImportRowKind | null, cursor?: string) => client.request<ImportRowPage>({ path: `${base}/${id}/rows`, query: { kind, cursor } }),
  upload: (file: ChosenFile) => uploadStaffFile(client, 'guide_import', file),
  /** @throws ApiError import_under_way */
  start: (id: string, fileHash: string) => client.request<GuideImport>({ method: 'PUT', path: `${base}/${id}`, body: { fileHash } }),
  confirm: (id: string, body: DecideGuideImportBody) => client.request<GuideImport>({ method: 'PUT', path: `${base}/${id}/confirmation`, body }),
  submit: (id: string, body: DecideGuideImportBody) => client.request<GuideImport>({ method: 'PUT', path: `${base}/${id}/submission`, body }),
  cancel: (id: string) => client.request<GuideImport>({ method: 'PUT', path: `${base}/${id}/cancellation` }),
  saveTemplate: () => saveDownload(client, '/staff/guide-workbooks/template', token(), '办事指南导入模板.xlsx'),
  saveCurrent: () => saveDownload(client, '/staff/guide-workbooks/current', token(), '办事指南.xlsx'),
  saveRefusedRows: (id: string) => saveDownload(client, `${base}/${id}/refused-rows`, token(), '没有通过的行.csv'),
});
export type ImportsApi = ReturnType<typeof importsApi>;
