import { sql } from 'kysely';
import type { AnnouncementContent } from '../../contract/announcementContent';
import type { DraftComparison } from '../../contract/announcementDrafts';
import type { Database } from '../../database/database';
import type { ReferredNames } from '../contentWords';
import type { DraftRow } from '../draftRepository';
import { compareBodies, compareFields } from './compareContents';

/** The draft beside the version that it corrects, or that it has replaced. */
export async function compareDraft(db: Database, draft: DraftRow): Promise<DraftComparison> {
  const base =
    draft.base_version === 0
      ? undefined
      : await db.selectFrom('announcement_versions').where('announcement_id', '=', draft.announcement_id).where('version', '=', draft.base_version).select('content').executeTakeFirst();
  const before = base?.content ?? null;
  return {
    baseVersion: draft.base_version,
    fields: compareFields(before, draft.content, await findNames(db, [draft.content, ...(before === null ? [] : [before])])),
    paragraphs: compareBodies(before?.body ?? '', draft.content.body),
  };
}

async function findNames(db: Database, contents: readonly AnnouncementContent[]): Promise<ReferredNames> {
  const of = (field: 'topics' | 'guideIds' | 'officeCodes' | 'explainedIds'): string[] => [...new Set(contents.flatMap((content) => content[field] ?? []))];
  const topics = await db.selectFrom('topics').where(sql<boolean>`code = any(${of('topics')}::text[])`).select(['code', 'name']).execute();
  const guides = await db.selectFrom('service_guides').where(sql<boolean>`id = any(${of('guideIds')}::bigint[])`).select(['id', 'name']).execute();
  const offices = await db.selectFrom('offices').where(sql<boolean>`code = any(${of('officeCodes')}::text[])`).select(['code', 'name']).execute();
  const announcements = await db.selectFrom('announcements').where(sql<boolean>`id = any(${of('explainedIds')}::bigint[])`).select(['id', 'title']).execute();
  return {
    topics: new Map(topics.map(({ code, name }) => [code, name])),
    guides: new Map(guides.map(({ id, name }) => [String(id), name])),
    offices: new Map(offices.map(({ code, name }) => [code, name])),
    announcements: new Map(announcements.map(({ id, title }) => [String(id), title ?? ''])),
  };
}
