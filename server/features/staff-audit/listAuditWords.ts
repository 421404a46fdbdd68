import { auditActions } from '../../audit/auditActions';
import { auditKinds } from '../../audit/auditKinds';
import { AuditWords } from '../../contract/audit';
import { staffEndpoint } from '../../endpoint';
import { auditScope } from './auditPolicy';

export const listAuditWords = staffEndpoint(
  { method: 'GET', url: '/staff/audit-words', summary: '操作记录可以按哪些操作、哪些对象类别查', reply: AuditWords },
  async ({ app, staff }) => {
    await auditScope(app.db, staff);
    return {
      actions: Object.entries(auditActions).map(([id, name]) => ({ id, name })),
      objectKinds: Object.entries(auditKinds).map(([id, { name }]) => ({ id, name })),
    };
  },
);
