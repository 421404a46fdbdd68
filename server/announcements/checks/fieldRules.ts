import type { AnnouncementContent, AnnouncementKind } from '../../contract/announcementContent';
import { toPlainText } from '../../richText/plainText';
import type { Check } from './checkContent';
import { advice, fault } from './finding';

/** What a reader of a list on a phone sees without the line being cut. */
const readableTitle = 40;

interface Needed {
  field: keyof AnnouncementContent;
  rule: string;
  message: string;
  isGiven?: (content: AnnouncementContent) => boolean;
}

/** What each kind cannot do without. */
const needed: Readonly<Record<AnnouncementKind, readonly Needed[]>> = {
  notice: [],
  policy_document: [
    { field: 'documentNumber', rule: 'document_number_missing', message: '政策文件要有发文字号，例如“云政发〔2026〕12号”，请填写。' },
    { field: 'issuingBody', rule: 'issuing_body_missing', message: '政策文件要写明发文机关，请填写全称。' },
    { field: 'writtenOn', rule: 'written_on_missing', message: '政策文件要有成文日期，请按落款的日期填写。' },
    { field: 'validity', rule: 'validity_missing', message: '政策文件要标明效力状态，请选择有效、失效或废止。' },
  ],
  policy_explained: [{ field: 'explainedIds', rule: 'explained_missing', message: '政策解读要关联所解读的政策文件，请选择。' }],
  service_notice: [
    {
      field: 'guideIds',
      rule: 'service_missing',
      message: '办事公告要关联涉及的办事指南或办事大厅，请至少选一个，群众打开指南时才能看到提示。',
      isGiven: ({ guideIds = [], officeCodes = [] }) => guideIds.length + officeCodes.length > 0,
    },
  ],
  urgent_notice: [{ field: 'shownUntil', rule: 'shown_until_missing', message: '紧急通知会放在首页，请填写提示到哪一天。' }],
};

export const checkFields: Check = (content) => {
  const findings = needed[content.kind]
    .filter(({ field, isGiven }) => !(isGiven === undefined ? content[field] !== undefined : isGiven(content)))
    .map(({ field, rule, message }) => fault(rule, field, message));
  if (content.title.trim() === '') findings.push(fault('title_missing', 'title', '没有标题，请填写。'));
  else if ([...content.title].length > readableTitle) findings.push(advice('title_long', 'title', `标题有 ${[...content.title].length} 个字，手机列表里会显示不全，建议缩短到 ${readableTitle} 个字以内。`));
  if (toPlainText(content.body) === '' && !content.body.includes('<img ')) findings.push(fault('body_missing', 'body', '没有正文，请填写。'));
  return findings;
};
