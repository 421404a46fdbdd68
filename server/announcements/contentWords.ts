import type { AnnouncementContent, Validity } from '../contract/announcementContent';
import { kindName } from './announcementNotices';

/** Every field of an announcement as people call it; the rest of what is saved with it too. */
const labels: Readonly<Record<keyof AnnouncementContent | 'publishAt' | 'correctionReason', string>> = {
  kind: '类别',
  title: '标题',
  body: '正文',
  summary: '摘要',
  indexNumber: '索引号',
  issuingBody: '发文机关',
  documentNumber: '发文字号',
  writtenOn: '成文日期',
  subjectClass: '主题分类',
  validity: '效力状态',
  keywords: '关键词',
  topics: '主题',
  attachments: '附件',
  pictures: '图片',
  explainedIds: '所解读的政策文件',
  guideIds: '涉及的办事指南',
  officeCodes: '涉及的办事大厅',
  shownFrom: '提示开始日期',
  shownUntil: '提示结束日期',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  publishAt: '发布时间',
  correctionReason: '更正原因',
};

export const fieldLabel = (field: string): string => (labels as Readonly<Record<string, string>>)[field] ?? field;

const validityNames: Record<Validity, string> = { in_force: '有效', expired: '失效', repealed: '废止' };
export const validityName = (validity: Validity): string => validityNames[validity];

/** What somebody did to a draft, after their name. */
const deeds: Readonly<Record<string, string>> = {
  submit: '提交了审核',
  take_back: '撤回了审核',
  return: '退回了草稿',
  approve_for_later: '审核通过了草稿',
  approve: '审核通过并发布了草稿',
  publish_now: '发布了草稿',
  discard: '作废了草稿',
};
export const deed = (action: string): string => deeds[action] ?? '动过草稿';

/** Names of what is referred to by id, for `describeField`. */
export interface ReferredNames {
  topics: ReadonlyMap<string, string>;
  guides: ReadonlyMap<string, string>;
  offices: ReadonlyMap<string, string>;
  announcements: ReadonlyMap<string, string>;
}

/** A field's value in words; null when it has none. The body and its pictures are compared otherwise. */
export function describeField(content: AnnouncementContent, field: keyof AnnouncementContent, names: ReferredNames): string | null {
  const listed = (values: readonly string[] | undefined, by?: ReadonlyMap<string, string>): string | null =>
    values === undefined || values.length === 0 ? null : values.map((value) => by?.get(value) ?? value).join('、');
  switch (field) {
    case 'kind':
      return kindName(content.kind);
    case 'validity':
      return content.validity === undefined ? null : validityName(content.validity);
    case 'keywords':
      return listed(content.keywords);
    case 'topics':
      return listed(content.topics, names.topics);
    case 'guideIds':
      return listed(content.guideIds, names.guides);
    case 'officeCodes':
      return listed(content.officeCodes, names.offices);
    case 'explainedIds':
      return listed(content.explainedIds, names.announcements);
    case 'attachments':
      return listed(content.attachments?.map(({ name }) => name));
    case 'pictures':
      return content.pictures === undefined || content.pictures.length === 0 ? null : `${content.pictures.length} 张`;
    default:
      return content[field] === '' ? null : (content[field] ?? null);
  }
}
