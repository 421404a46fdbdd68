import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { OfficeCodeParams } from '../../contract/staffOffices';
import { countReferences } from '../../database/references';
import { staffEndpoint } from '../../endpoint';
import { mayChangeOffices } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { findGuidesAt, findStaffOffice, lockOffices } from './staffOfficeRepository';

/** @throws ApiError `office_in_use` with the names of guides, when there are any. */
export function explainGuides({ count, names }: { count: number; names: readonly string[] }, beginning = '这些指南写着在这里办'): void {
  if (count === 0) return;
  const more = count > names.length ? `等 ${count} 份` : '';
  throw new ApiError('office_in_use', { fieldErrors: [{ field: 'guides', message: `${beginning}：${names.join('、')}${more}` }] });
}

export const removeOffice = staffEndpoint(
  {
    method: 'DELETE',
    url: '/staff/offices/:officeCode',
    summary: '删除大厅和它的窗口；还有指南写着在这里办时，说明是哪些',
    params: OfficeCodeParams,
    errors: ['office_in_use'],
  },
  async ({ app, params, staff, request }) => {
    if (!mayChangeOffices(staff)) throw new ApiError('not_allowed');
    await app.db.transaction().execute(async (tx) => {
      await lockOffices(tx);
      const office = await findStaffOffice(tx, params.officeCode);
      // Gone already: the same call again, because its answer was lost.
      if (office === undefined) return;
      explainGuides(await findGuidesAt(tx, office.code));
      const uses = await countReferences(tx, 'offices', office.id, ['window_counters']);
      const total = uses.reduce((sum, { count }) => sum + count, 0);
      if (total > 0) throw new ApiError('office_in_use', { fieldErrors: [{ field: 'records', message: `还有 ${total} 条预约、排班等记录属于这个大厅` }] });
      await tx.deleteFrom('offices').where('id', '=', office.id).execute();
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'remove_office',
        objectKind: 'office',
        objectId: office.code,
        before: { name: office.name, address: office.address },
        at: app.clock.now(),
      });
    });
  },
);
