import type { DraftField, DraftValues } from './draftFields';
import { kindLabels, validities } from './announcementLabels';
import { publishTimeWords } from './publishTime';

interface FieldWords {
  label: string;
  hint?: string;
}

/** What every field is called and what it is for, as a clerk would explain it. */
export const fieldWords: Record<DraftField, FieldWords> = {
  kind: { label: '栏目' },
  title: { label: '标题', hint: '写清楚谁、什么事，例如“云岫县水利局关于城区停水检修的通知”。' },
  body: { label: '正文' },
  summary: { label: '摘要', hint: '两三句话，显示在列表和分享里；不填就用正文的开头。' },
  indexNumber: { label: '索引号', hint: '不填，发布时自动编号。' },
  issuingBody: { label: '发文机关', hint: '用全称；联合发文的用顿号隔开。' },
  documentNumber: { label: '发文字号', hint: '例如 云政发〔2026〕12号，年份用六角括号。' },
  writtenOn: { label: '成文日期', hint: '文件落款的日期。' },
  subjectClass: { label: '主题分类', hint: '例如 民政、社会保障。' },
  validity: { label: '效力状态' },
  keywords: { label: '关键词', hint: '用顿号隔开，方便群众搜到。' },
  topics: { label: '主题和人生大事', hint: '群众按主题查找时能看到它。' },
  attachments: { label: '附件', hint: '每个最大 20 MB；按这里的顺序显示。' },
  explainedIds: { label: '所解读的政策文件' },
  guideIds: { label: '涉及的办事指南', hint: '在提示期内，这些指南的上方会显示这条公告。' },
  officeCodes: { label: '涉及的办事大厅', hint: '在提示期内，这些大厅的页面会显示这条公告。' },
  shownFrom: { label: '从哪天起提示', hint: '不填，从发布那天起。' },
  shownUntil: { label: '提示到哪天', hint: '过了这天，不再显示在首页、指南和大厅里；公告本身还在。' },
  effectiveOn: { label: '施行日期' },
  expiresOn: { label: '有效期至' },
  publishAt: { label: '发布时间', hint: '不填，审核通过就发布。' },
  correctionReason: { label: '更正的原因（群众看得到）', hint: '例如：第三条的电话号码有误。' },
};

export const fieldLabel = (field: string): string => (field in fieldWords ? fieldWords[field as DraftField].label : field);

/** A value in a few words, to tell one writer's from another's. */
export function valueWords(field: DraftField, value: DraftValues[DraftField] | null | undefined): string {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '（空）';
  if (field === 'kind') return kindLabels[value as DraftValues['kind']];
  if (field === 'validity') return validities.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'publishAt') return publishTimeWords(String(value));
  if (field === 'body') return shortened(String(value).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim());
  if (field === 'attachments') return (value as NonNullable<DraftValues['attachments']>).map(({ name }) => name).join('、');
  return Array.isArray(value) ? value.map(String).join('、') : String(value);
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
