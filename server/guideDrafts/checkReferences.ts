import { isDeepStrictEqual } from 'node:util';
import type { FieldError } from '../contract/errors';
import type { GuideContent } from '../contract/guideContent';
import type { TopicKind } from '../contract/topics';
import type { Database, DatabaseTransaction } from '../database/database';
import { guideFieldLabels } from '../guideFields/labels';
import { filesOf } from '../guideFields/filesOf';

const topicFields = { naturalPersonTopics: 'natural_person', legalPersonTopics: 'legal_person', lifeEvents: 'life_event' } as const satisfies Partial<Record<keyof GuideContent, TopicKind>>;

/**
 * What leads nowhere in those parts of a content that are other than before: topics, offices and windows, related guides, and
 * files.
 *
 * A file must be one that the guide offers already: the storage also holds files that are nobody's business, and naming one here
 * would give it out.
 *
 * @param before what the draft said, and what is published: their files may stay and come back
 */
export async function referenceProblems(db: Database | DatabaseTransaction, content: GuideContent, before: readonly GuideContent[]): Promise<FieldError[]> {
  const problems: FieldError[] = [];
  const isNew = (field: keyof GuideContent): boolean => content[field] !== undefined && !before.some((each) => isDeepStrictEqual(each[field], content[field]));
  const report = (field: keyof GuideContent, message: string): void => void problems.push({ field: `changes.${field}`, message: `${guideFieldLabels[field]}：${message}` });

  const known = new Set(before.flatMap(filesOf).map((file) => JSON.stringify([file.hash, file.name, file.mediaType, file.byteSize])));
  if (filesOf(content).some((file) => !known.has(JSON.stringify([file.hash, file.name, file.mediaType, file.byteSize])))) {
    problems.push({ field: 'changes', message: '只能保留或者去掉已有的文件，要换文件请用表格导入。' });
  }
  const changedTopics = (Object.keys(topicFields) as (keyof typeof topicFields)[]).filter(isNew);
  if (changedTopics.length > 0) {
    const topics = await db.selectFrom('topics').select(['code', 'kind']).execute();
    for (const field of changedTopics) {
      const unknown = (content[field] ?? []).find((code) => !topics.some((topic) => topic.code === code && topic.kind === topicFields[field]));
      if (unknown !== undefined) report(field, `没有编码为 ${unknown} 的主题。`);
    }
  }
  if (isNew('places')) {
    for (const { officeCode, windowNumbers = [] } of content.places ?? []) {
      const windows = await db.selectFrom('offices').leftJoin('window_counters', 'office_id', 'offices.id').where('code', '=', officeCode).select('number').execute();
      if (windows.length === 0) report('places', `没有编码为 ${officeCode} 的大厅。`);
      else {
        const missing = windowNumbers.find((number) => !windows.some((window) => window.number === number));
        if (missing !== undefined) report('places', `这个大厅没有 ${missing} 窗口。`);
      }
    }
  }
  if (isNew('relatedCodes') && (content.relatedCodes ?? []).length > 0) {
    const found = await db.selectFrom('service_guides').where('implementation_code', 'in', content.relatedCodes ?? []).select('implementation_code').execute();
    const missing = content.relatedCodes?.find((code) => !found.some(({ implementation_code: each }) => each === code));
    if (missing !== undefined) report('relatedCodes', `没有实施编码为 ${missing} 的指南。`);
  }
  return problems;
}
