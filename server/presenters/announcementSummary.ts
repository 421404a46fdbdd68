import type { Selectable } from 'kysely';
import type { Validity } from '../contract/announcementContent';
import type { AnnouncementRef, AnnouncementSummary } from '../contract/announcements';
import type { AnnouncementsTable } from '../database/tables/announcements';

/** What a query over `announcements` joined with `departments` selects for `presentAnnouncementSummary`. The text itself is not read. */
export const announcementSummaryColumns = [
  'announcements.id',
  'announcements.kind',
  'announcements.title',
  'announcements.department_id',
  'departments.name as department_name',
  'announcements.summary',
  'announcements.document_number',
  'announcements.validity',
  'announcements.expires_on',
  'announcements.version',
  'announcements.first_published_at',
  'announcements.published_at',
  'announcements.status',
  'announcements.has_attachments',
] as const;

type RefRow = Pick<Selectable<AnnouncementsTable>, 'id' | 'kind' | 'title' | 'first_published_at'>;

export type AnnouncementSummaryRow = RefRow &
  Pick<Selectable<AnnouncementsTable>, 'department_id' | 'summary' | 'document_number' | 'validity' | 'expires_on' | 'version' | 'published_at' | 'status' | 'has_attachments'> & {
    department_name: string;
  };

/** What was written of the validity, unless the last day has gone by since. */
export function validityOn(today: string, validity: Validity | null | undefined, expiresOn: string | null | undefined): Validity | null {
  if (validity === 'repealed') return validity;
  return typeof expiresOn === 'string' && expiresOn < today ? 'expired' : (validity ?? null);
}

/** An announcement as lists show it. @throws when it was never published: that is nobody's to see. */
export function presentAnnouncementSummary(row: AnnouncementSummaryRow, today: string): AnnouncementSummary {
  const isWithdrawn = row.status === 'withdrawn';
  return {
    ...presentAnnouncementRef(row),
    department: { id: String(row.department_id), name: row.department_name },
    summary: isWithdrawn ? null : row.summary,
    documentNumber: row.document_number,
    validity: validityOn(today, row.validity, row.expires_on),
    correctedAt: correctedAt(row),
    status: publicStatus(row.status),
    hasAttachments: !isWithdrawn && row.has_attachments,
  };
}

export function presentAnnouncementRef({ id, kind, title, first_published_at }: RefRow): AnnouncementRef {
  if (kind === null || title === null || first_published_at === null) throw new Error(`announcement ${id} is not public`);
  return { id: String(id), title, kind, publishedAt: first_published_at.toISOString() };
}

/** When what is read now took the place of something else. */
export function correctedAt({ version, published_at }: Pick<Selectable<AnnouncementsTable>, 'version' | 'published_at'>): string | null {
  return version > 1 && published_at !== null ? published_at.toISOString() : null;
}

export function publicStatus(status: Selectable<AnnouncementsTable>['status']): AnnouncementSummary['status'] {
  if (status === 'unpublished') throw new Error('an announcement that is not public was read');
  return status;
}
