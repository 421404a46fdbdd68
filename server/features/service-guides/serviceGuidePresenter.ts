import type { GuideContent, GuidePlace } from '../../contract/guideContent';
import type { GuideOffice, GuideRef, ServiceGuide } from '../../contract/serviceGuides';
import { presentOffice } from '../../presenters/officePresenter';
import type { OfficeWindowRow, ServiceGuideRow } from './serviceGuideRepository';

interface Around {
  offices: readonly OfficeWindowRow[];
  related: readonly { id: number; implementation_code: string; name: string }[];
  topics: readonly { code: string; name: string }[];
}

/** A guide with what it refers to; references that lead nowhere are left out. */
export function presentGuide(row: ServiceGuideRow, { offices, related, topics }: Around): ServiceGuide {
  return {
    id: String(row.id),
    implementationCode: row.implementation_code,
    department: { id: String(row.department_id), name: row.department_name },
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
    content: row.content,
    offices: (row.content.places ?? []).flatMap((place) => presentPlace(place, offices) ?? []),
    relatedGuides: presentRelated(row.content, related),
    topics: row.topics.flatMap((code) => topics.find((topic) => topic.code === code) ?? []),
  };
}

function presentPlace({ officeCode, windowNumbers = [], note }: GuidePlace, rows: readonly OfficeWindowRow[]): GuideOffice | undefined {
  const ofOffice = rows.filter(({ code }) => code === officeCode);
  const [office] = ofOffice;
  if (office === undefined) return undefined;
  const windows = ofOffice.flatMap(({ window_number: number, window_name: name, window_floor: floor }) =>
    number !== null && name !== null && floor !== null && windowNumbers.includes(number) ? [{ number, name, floor }] : [],
  );
  return { ...presentOffice(office), windows, note: note ?? null };
}

function presentRelated({ relatedCodes = [] }: GuideContent, related: Around['related']): GuideRef[] {
  return relatedCodes.flatMap((code) => {
    const guide = related.find(({ implementation_code }) => implementation_code === code);
    return guide === undefined ? [] : { id: String(guide.id), name: guide.name };
  });
}
