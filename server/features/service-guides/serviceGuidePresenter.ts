import type { ServiceGuide } from '../../contract/serviceGuides';
import { presentGuideSummary } from '../../presenters/serviceGuideSummary';
import type { ServiceGuideRow } from './serviceGuideRepository';

export function presentGuide(row: ServiceGuideRow): ServiceGuide {
  return {
    ...presentGuideSummary(row),
    implementationCode: row.implementation_code,
    summary: row.summary,
    eligibility: row.eligibility,
    statutoryDays: row.statutory_days,
    visits: row.visits,
    fee: row.fee,
    requiredMaterials: row.required_materials,
    address: row.address,
    openingHours: row.opening_hours,
    consultationPhone: row.consultation_phone,
    supervisionPhone: row.supervision_phone,
    updatedAt: row.updated_at.toISOString(),
  };
}
