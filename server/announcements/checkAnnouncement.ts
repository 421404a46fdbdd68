import { sql } from 'kysely';
import { dateInShanghai } from '../clock';
import type { AnnouncementContent } from '../contract/announcementContent';
import type { AnnouncementFinding } from '../contract/announcementDrafts';
import type { Announcing } from './announcing';
import { findAttachmentProblems } from './checks/attachmentProblems';
import { checkContent, type Facts } from './checks/checkContent';
import { linksIn, ownPage, type OwnPage } from './checks/linkRules';
import type { DraftRow } from './draftRepository';

/**
 * What is to be mended in a draft before it is submitted, and what might be. Nothing outside is called: of links to other sites the
 * form is judged, whether they answer is not.
 */
export async function checkAnnouncement(announcing: Announcing, { content, announcement_id: announcementId }: Pick<DraftRow, 'content' | 'announcement_id'>): Promise<AnnouncementFinding[]> {
  return checkContent(content, await gatherFacts(announcing, content, announcementId));
}

async function gatherFacts({ db, clock, files, ownHost }: Announcing, content: AnnouncementContent, announcementId: number): Promise<Facts> {
  const { guideIds = [], officeCodes = [], topics = [], explainedIds = [], attachments = [], indexNumber } = content;
  const linked = linksIn(content.body)
    .map(({ address }) => ownPage(address, ownHost))
    .filter((page) => page !== undefined);
  const idsOf = (kind: OwnPage['kind'], ids: readonly string[]): string[] => [...ids, ...linked.filter((page) => page.kind === kind).map(({ id }) => id)];
  const numbers = (ids: readonly string[]): string[] => ids.filter((id) => /^\d{1,15}$/.test(id));
  const guides = await db.selectFrom('service_guides').where(sql<boolean>`id = any(${numbers(idsOf('guide', guideIds))}::bigint[])`).where('status', '<>', 'cancelled').select('id').execute();
  const offices = await db.selectFrom('offices').where(sql<boolean>`code = any(${idsOf('office', officeCodes)}::text[])`).select('code').execute();
  const knownTopics = await db.selectFrom('topics').where(sql<boolean>`code = any(${topics}::text[])`).select('code').execute();
  const announcements = await db
    .selectFrom('announcements')
    .where(sql<boolean>`id = any(${numbers(idsOf('announcement', explainedIds))}::bigint[])`)
    .where('status', 'in', ['published', 'archived'])
    .select(['id', 'kind'])
    .execute();
  const taken =
    indexNumber === undefined
      ? undefined
      : await db.selectFrom('announcements').where(sql`content ->> 'indexNumber'`, '=', indexNumber).where('id', '<>', announcementId).select('id').executeTakeFirst();
  return {
    today: dateInShanghai(clock.now()),
    ownHost,
    bodyNames: await db.selectFrom('body_names').select(['wrong', 'right']).orderBy('wrong').execute(),
    guides: new Set(guides.map(({ id }) => String(id))),
    offices: new Set(offices.map(({ code }) => code)),
    topics: new Set(knownTopics.map(({ code }) => code)),
    announcements: new Set(announcements.map(({ id }) => String(id))),
    policyDocuments: new Set(announcements.filter(({ kind }) => kind === 'policy_document').map(({ id }) => String(id))),
    isIndexNumberTaken: taken !== undefined,
    attachments: await findAttachmentProblems(files, attachments),
  };
}
