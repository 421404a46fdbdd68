import type { Attachment, AnnouncementContent, Validity } from '../../../server/contract/announcementContent';
import type { Announcement } from '../../../server/contract/announcements';
import type { SummaryItem } from '../../components/SummaryList';
import { announcementKindLabels } from '../../text/announcementLabels';
import { dateWithWeekday, fullDate, plainDate } from '../../text/dates';

/** Whether a text still holds, in words; only said of texts that say it of themselves. */
export const validityLabels: Record<Validity, string> = { in_force: '现行有效', expired: '已失效', repealed: '已废止' };

export const validityWarning = ({ validity, content: { expiresOn } }: Announcement): string | null => {
  switch (validity) {
    case 'repealed':
      return '这份文件已经废止，不再执行。';
    case 'expired':
      return expiresOn === undefined ? '这份文件已经失效，不再执行。' : `这份文件已经失效：有效期到${plainDate(expiresOn)}为止。`;
    default:
      return null;
  }
};

/** 已更正 2 次，最近一次 11月3日（周二）：施工推迟; null for what was never corrected. */
export const correctionNote = ({ changes }: Announcement, now: number): string | null => {
  const [latest] = changes;
  if (latest === undefined || latest.reason === null) return null;
  return `已更正 ${changes.length - 1} 次，最近一次 ${dateWithWeekday(latest.publishedAt, now)}：${latest.reason}`;
};

/** Who says it, and since when. */
export const sourceLine = ({ content, department, publishedAt }: Announcement): string => `${content.issuingBody ?? department.name} · ${fullDate(publishedAt)}发布`;

const item = (term: string, value: string | undefined): SummaryItem[] => (value === undefined || value === '' ? [] : [{ term, value }]);

/** What tells a document from others at a glance. */
export const documentFacts = ({ documentNumber, writtenOn, effectiveOn, expiresOn }: AnnouncementContent): SummaryItem[] => [
  ...item('发文字号', documentNumber),
  ...item('成文日期', writtenOn && plainDate(writtenOn)),
  ...item('施行日期', effectiveOn && plainDate(effectiveOn)),
  ...item('有效期至', expiresOn && plainDate(expiresOn)),
];

/** What disclosure asks for beside it, for those who look for it. */
export const disclosureFacts = ({ content, department, topics, validity }: Announcement): SummaryItem[] => [
  ...item('索引号', content.indexNumber),
  ...item('信息类别', announcementKindLabels[content.kind]),
  ...item('公开部门', department.name),
  ...item('主题分类', content.subjectClass),
  ...item('有效性', validity === null ? undefined : validityLabels[validity]),
  ...item('关键词', content.keywords?.join('、')),
  ...item('主题', topics.map(({ name }) => name).join('、')),
];

const fileKinds: readonly (readonly [RegExp, string])[] = [
  [/\.pdf$/i, 'PDF 文档'],
  [/\.docx?$/i, 'Word 文档'],
  [/\.(xlsx?|csv)$/i, '表格'],
  [/\.pptx?$/i, '演示文稿'],
  [/\.(png|jpe?g|gif|webp)$/i, '图片'],
  [/\.(zip|rar|7z)$/i, '压缩包'],
  [/\.txt$/i, '文本'],
];

/** What kind of file it is, in words. */
export const fileKind = ({ name }: Pick<Attachment, 'name'>): string => fileKinds.find(([ending]) => ending.test(name))?.[1] ?? '文件';
