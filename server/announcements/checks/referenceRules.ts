import type { AttachmentProblem, Check } from './checkContent';
import { fault } from './finding';

const attachmentSentences: Readonly<Record<AttachmentProblem, string>> = {
  missing: '文件找不到了，请重新上传。',
  encrypted: '文件设了打开密码，群众打不开。请去掉密码后重新上传。',
  damaged: '文件已损坏，打不开。请用原来的软件打开、另存后重新上传。',
  macros: '文件里带有宏。请另存为不带宏的文件后重新上传。',
};

/** What the fields refer to must be there for whoever follows. */
export const checkReferences: Check = (content, facts) => {
  const findings = [];
  const { guideIds = [], officeCodes = [], topics = [], explainedIds = [], attachments = [] } = content;
  if (guideIds.some((id) => !facts.guides.has(id))) findings.push(fault('guide_unknown', 'guideIds', '关联的办事指南有已经取消或不存在的，请去掉后重新选择。'));
  if (officeCodes.some((code) => !facts.offices.has(code))) findings.push(fault('office_unknown', 'officeCodes', '关联的办事大厅有不存在的，请去掉后重新选择。'));
  if (topics.some((code) => !facts.topics.has(code))) findings.push(fault('topic_unknown', 'topics', '选择的主题有不存在的，请去掉后重新选择。'));
  if (explainedIds.some((id) => !facts.policyDocuments.has(id))) findings.push(fault('explained_unknown', 'explainedIds', '所解读的要是已经公开的政策文件，请去掉其他的，重新选择。'));
  if (facts.isIndexNumberTaken) findings.push(fault('index_number_taken', 'indexNumber', '这个索引号已经用在另一条公告上，请换一个，或留空由系统编号。', content.indexNumber ?? null));
  for (const { hash, name } of attachments) {
    const problem = facts.attachments.get(hash);
    if (problem !== undefined) findings.push(fault(`attachment_${problem}`, 'attachments', `附件“${name}”：${attachmentSentences[problem]}`, name));
  }
  return findings;
};
