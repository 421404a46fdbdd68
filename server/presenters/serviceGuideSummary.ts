import type { Selectable } from 'kysely';
import type { ServiceGuideSummary } from '../contract/serviceGuides';
import type { ServiceGuidesTable } from '../database/tables';

/** What a query over `service_guides` joined with `departments` selects for `presentGuideSummary`. */
export const guideSummaryColumns = [
  'service_guides.id',
  'service_guides.name',
  'service_guides.department_id',
  'departments.name as department_name',
  'service_guides.item_type',
  'service_guides.audiences',
  'service_guides.handling_type',
  'service_guides.committed_limit',
  'service_guides.status',
] as const;

export type GuideSummaryRow = Pick<Selectable<ServiceGuidesTable>, 'id' | 'name' | 'department_id' | 'item_type' | 'audiences' | 'handling_type' | 'committed_limit' | 'status'> & {
  department_name: string;
};

/** A guide as lists show it. */
export function presentGuideSummary(row: GuideSummaryRow): ServiceGuideSummary {
  return {
    id: String(row.id),
    name: row.name,
    department: { id: String(row.department_id), name: row.department_name },
    itemType: row.item_type,
    audiences: row.audiences,
    handlingType: row.handling_type,
    committedLimit: row.committed_limit,
    status: row.status,
  };
}
