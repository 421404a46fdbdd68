import type { AnnouncementKind } from '../../../../server/contract/announcementContent';
import type { DraftField } from './draftFields';

export interface FieldGroup {
  id: string;
  name: string;
  fields: readonly DraftField[];
}

/** What is asked for, what matters for this kind first. */
export function fieldGroups(kind: AnnouncementKind): FieldGroup[] {
  const official: FieldGroup = { id: 'official', name: '文件信息', fields: ['issuingBody', 'documentNumber', 'writtenOn', 'effectiveOn', 'expiresOn', 'validity', 'subjectClass', 'indexNumber'] };
  const reach: FieldGroup = { id: 'reach', name: '在哪里提示', fields: ['guideIds', 'officeCodes', 'shownFrom', 'shownUntil'] };
  const explains: FieldGroup = { id: 'explains', name: '所解读的文件', fields: ['explainedIds'] };
  const common: FieldGroup[] = [
    { id: 'attachments', name: '附件', fields: ['attachments'] },
    { id: 'finding', name: '栏目、摘要和关键词', fields: ['kind', 'summary', 'keywords', 'topics'] },
    { id: 'time', name: '发布时间', fields: ['publishAt'] },
  ];
  switch (kind) {
    case 'policy_document':
      return [official, ...common, reach];
    case 'policy_explained':
      return [explains, ...common, official, reach];
    case 'service_notice':
    case 'urgent_notice':
      return [reach, ...common, official];
    case 'notice':
      return [...common, official, reach];
  }
}

export const groupOf = (kind: AnnouncementKind, field: string): string | null => fieldGroups(kind).find(({ fields }) => (fields as readonly string[]).includes(field))?.id ?? null;
