import type { Announcement, AnnouncementRef } from '../../contract/announcements';
import type { GuideRef } from '../../contract/serviceGuides';
import { correctedAt, publicStatus, validityOn } from '../../presenters/announcementSummary';
import type { AnnouncementRow, findChanges } from './announcementRepository';
import { withdrawnContent } from './announcementRules';

interface Around {
  changes: Awaited<ReturnType<typeof findChanges>>;
  topics: readonly { code: string; name: string }[];
  guides: readonly GuideRef[];
  offices: readonly { code: string; name: string }[];
  explains: readonly AnnouncementRef[];
  explainedBy: readonly AnnouncementRef[];
}

/** An announcement with what it refers to; references that lead nowhere are left out. */
export function presentAnnouncement(row: AnnouncementRow, today: string, around: Around): Announcement {
  const { content, first_published_at, withdrawn_at, withdrawal_reason } = row;
  if (content === null || first_published_at === null) throw new Error(`announcement ${row.id} is not public`);
  return {
    id: String(row.id),
    department: { id: String(row.department_id), name: row.department_name },
    status: publicStatus(row.status),
    version: row.version,
    publishedAt: first_published_at.toISOString(),
    correctedAt: correctedAt(row),
    validity: validityOn(today, content.validity, content.expiresOn),
    withdrawn: withdrawn_at === null ? null : { at: withdrawn_at.toISOString(), reason: withdrawal_reason ?? '' },
    archivedAt: row.archived_at?.toISOString() ?? null,
    content: withdrawn_at === null ? content : withdrawnContent(content),
    changes: around.changes.map(({ version, published_at, correction_reason }) => ({ version, publishedAt: published_at.toISOString(), reason: correction_reason })),
    topics: [...around.topics],
    guides: [...around.guides],
    offices: [...around.offices],
    explains: [...around.explains],
    explainedBy: [...around.explainedBy],
  };
}
