import type { AnnouncementFinding } from '../contract/announcementDrafts';
import type { Announcing } from './announcing';
import type { DraftRow } from './draftRepository';

/** What is to be mended in a draft before it is submitted, and what might be. */
export async function checkAnnouncement(_announcing: Announcing, { content }: DraftRow): Promise<AnnouncementFinding[]> {
  const findings: AnnouncementFinding[] = [];
  if (content.title.trim() === '') findings.push({ rule: 'title_missing', severity: 'fault', field: 'title', message: '没有标题，请填写。', excerpt: null });
  if (content.body === '') findings.push({ rule: 'body_missing', severity: 'fault', field: 'body', message: '没有正文，请填写。', excerpt: null });
  return findings;
}
