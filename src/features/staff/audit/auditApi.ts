import type { AuditFilter, AuditRecordPage, AuditWords } from '../../../../server/contract/audit';
import type { ErrorReply } from '../../../../server/contract/errors';
import type { ApiClient } from '../../../api/ApiClient';
import { ApiError, type AnyErrorCode } from '../../../api/ApiError';

/** What auditors do. */
export const auditApi = (client: ApiClient) => ({
  list: (filter: AuditFilter, cursor?: string) => client.request<AuditRecordPage>({ path: '/staff/audit-records', query: { ...filter, cursor } }),
  listWords: () => client.request<AuditWords>({ path: '/staff/audit-words' }),
  /**
   * In the browser only: fetches the table as a file, which the client for JSON cannot.
   * @throws ApiError
   */
  exportTable: async (filter: AuditFilter, token: string | null, headers: Record<string, string>): Promise<Blob> => {
    const reply = await fetch(client.urlOf('/staff/audit-records/export'), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(filter),
    }).catch(() => {
      throw new ApiError({ code: 'network_unreachable', message: '网络没有连上，请检查后重试。' });
    });
    if (reply.ok) return reply.blob();
    const error = (await reply.json().catch(() => null)) as ErrorReply | null;
    throw error === null
      ? new ApiError({ code: 'reply_unreadable', message: '没有读懂服务器的答复。', status: reply.status })
      : new ApiError({ ...error, code: error.code as AnyErrorCode, status: reply.status });
  },
});
export type AuditApi = ReturnType<typeof auditApi>;
