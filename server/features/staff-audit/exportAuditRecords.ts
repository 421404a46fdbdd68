import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { recordAudit } from '../../audit/recordAudit';
import { dateInShanghai } from '../../clock';
import { ExportAuditBody, type AuditRecord } from '../../contract/audit';
import { staffEndpoint } from '../../endpoint';
import { staffActor } from '../../staff/staffActor';
import { auditScope } from './auditPolicy';
import { presentEntries } from './auditPresenter';
import { countEntries, findEntries, toSearch, type AuditKey, type AuditSearch } from './auditRepository';
import { byteOrderMark, csvLine } from './csvRules';

/** What spreadsheet programs open without trouble. */
const mostExported = 50_000;
const readAtOnce = 500;

export const exportAuditRecords = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/audit-records/export',
    summary: `导出操作记录为 CSV（最多 ${mostExported} 条，新的在前）；导出本身也记录在案`,
    body: ExportAuditBody,
    reply: Type.String({ description: 'CSV，UTF-8' }),
    confirmation: 'export_records',
    limits: [{ per: 'citizen', limit: 20, windowSeconds: 3_600 }],
  },
  async ({ app, body, staff, request, reply }) => {
    const search = await toSearch(app.db, app.encryption, await auditScope(app.db, staff), body);
    const now = app.clock.now();
    const count = await countEntries(app.db, search, mostExported);
    const { actorName, ...filter } = body;
    // Before the first byte: nothing is taken out that is not on record. Whom it was about is a name, and stays out.
    await recordAudit(app.db, {
      ...staffActor(staff, request),
      action: 'export_audit_trail',
      objectKind: 'audit_trail',
      objectId: 'audit_entries',
      departmentIds: [...search.scope.departmentIds],
      after: { ...filter, byActor: actorName !== undefined, count },
      at: now,
    });
    const name = `操作记录-${dateInShanghai(now)}.csv`;
    void reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
    return reply.send(Readable.from(lines(app, search, count))) as never;
  },
);

/** A few hundred entries at a time, so that memory does not grow with the file. */
async function* lines({ db, encryption }: FastifyInstance, search: AuditSearch, count: number): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(['时间', '操作人', '代谁', '操作', '对象类别', '对象编号', '之前', '之后', '来源地址', '已封存', '记录编号']);
  let after: AuditKey | undefined;
  for (let left = count; left > 0; ) {
    const rows = await findEntries(db, search, after, Math.min(readAtOnce, left));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield (await presentEntries(db, encryption, rows)).map((record) => csvLine(cellsOf(record))).join('');
    after = [last.occurred_exactly, last.id];
    left -= rows.length;
  }
}

/** Shanghai's time, to the second. */
const timeInShanghai = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const cellsOf = (record: AuditRecord): string[] => [
  timeInShanghai(record.occurredAt),
  record.actor.name,
  record.standsInFor.join('、'),
  record.actionName,
  record.objectKindName,
  record.objectId,
  record.before ?? '',
  record.after ?? '',
  record.clientAddress ?? '',
  record.isSealed ? '是' : '否',
  record.id,
];
