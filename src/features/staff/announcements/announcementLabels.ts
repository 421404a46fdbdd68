import type { AnnouncementKind, Validity } from '../../../../server/contract/announcementContent';
import type { AnnouncementAction, AnnouncementStatus, DraftAction, DraftStatus } from '../../../../server/contract/announcementFlow';
import type { AnnouncementEvent, AnnouncementStep, DraftStep } from '../../../../server/contract/announcementDrafts';

type Tone = 'accent' | 'neutral' | 'green' | 'amber' | 'red';

export const kindLabels: Record<AnnouncementKind, string> = {
  notice: '通知公告',
  policy_document: '政策文件',
  policy_explained: '政策解读',
  service_notice: '办事公告',
  urgent_notice: '紧急通知',
};

export const kinds: readonly { id: AnnouncementKind; name: string; note: string }[] = [
  { id: 'notice', name: '通知公告', note: '面向群众的通知、公示、公告' },
  { id: 'policy_document', name: '政策文件', note: '有发文字号的文件，按政府信息公开要求填写' },
  { id: 'policy_explained', name: '政策解读', note: '用白话讲一份政策文件，要关联那份文件' },
  { id: 'service_notice', name: '办事公告', note: '窗口调整、系统停机等，会显示在相关指南和大厅里' },
  { id: 'urgent_notice', name: '紧急通知', note: '停水停电、预警等，在提示期内显示在首页' },
];

export const validities: readonly { id: Validity; name: string }[] = [
  { id: 'in_force', name: '有效' },
  { id: 'expired', name: '失效' },
  { id: 'repealed', name: '废止' },
];

export const draftStatusLabels: Record<DraftStatus, { name: string; tone: Tone }> = {
  draft: { name: '草稿', tone: 'neutral' },
  submitted: { name: '待审核', tone: 'accent' },
  returned: { name: '已退回', tone: 'red' },
  scheduled: { name: '待发布', tone: 'amber' },
  published: { name: '已发布', tone: 'green' },
  discarded: { name: '已作废', tone: 'neutral' },
};

export const announcementStatusLabels: Record<AnnouncementStatus, { name: string; tone: Tone }> = {
  unpublished: { name: '未发布', tone: 'neutral' },
  published: { name: '已发布', tone: 'green' },
  withdrawn: { name: '已撤回', tone: 'red' },
  archived: { name: '已归档', tone: 'neutral' },
};

interface StepWords {
  button: string;
  look: 'primary' | 'secondary' | 'plain' | 'danger';
  /** Asked for before the step; null when none is. */
  reason: { label: string; hint: string } | null;
  /** What will happen, to be confirmed; null when pressing is enough. */
  confirmation: string | null;
}

const plainStep = (button: string, look: StepWords['look'], confirmation: string | null = null): StepWords => ({ button, look, reason: null, confirmation });

/** In the order in which they stand on the page. */
export const draftSteps: Record<DraftStep, StepWords> = {
  submit: plainStep('提交审核', 'primary'),
  approve: plainStep('审核通过，现在发布', 'primary', '发布后群众马上就能看到。'),
  approve_for_later: plainStep('审核通过，到时间自动发布', 'secondary'),
  publish_now: plainStep('现在就发布', 'primary', '不等到定好的时间，群众马上就能看到。'),
  return: { button: '退回修改', look: 'secondary', reason: { label: '退回的原因', hint: '写清楚要改哪里，写稿的人会看到。' }, confirmation: null },
  take_back: plainStep('收回修改', 'secondary'),
  discard: plainStep('作废这份稿子', 'danger', '作废后不能再改，也不能恢复；已经发布的公告不受影响。'),
};

export const announcementSteps: Record<AnnouncementStep, StepWords> = {
  archive: plainStep('归档', 'secondary', '归档后不再出现在最新列表里，群众在“历史归档”里仍能查到，原来的链接也能打开。'),
  take_out_of_archive: plainStep('取消归档', 'secondary'),
  withdraw: {
    button: '撤回这条公告',
    look: 'danger',
    reason: { label: '撤回的原因（群众看得到）', hint: '例如：文件已被新文件代替。' },
    confirmation: '撤回后，正文和附件不再显示；页面、标题、发布时间和撤回的原因仍然看得到，原来的链接还能打开。正在写的更正稿会一起作废。',
  },
};

const actionSentences: Record<DraftAction | AnnouncementAction, string> = {
  edit: '改了稿子',
  submit: '提交审核',
  take_back: '收回修改',
  return: '退回',
  approve_for_later: '审核通过，定时发布',
  approve: '审核通过并发布',
  publish_now: '提前发布',
  publish_when_due: '到时间自动发布',
  discard: '作废',
  correct: '开始更正',
  withdraw: '撤回',
  archive: '归档',
  take_out_of_archive: '取消归档',
};

const otherSentences: Readonly<Record<string, string>> = { start: '新建', create: '新建', publish: '发布' };

/** 沈知微提交审核 */
export const eventSentence = ({ action, by }: AnnouncementEvent): string =>
  `${by === null ? '系统' : by.name} ${actionSentences[action as DraftAction] ?? otherSentences[action] ?? action}`;

export const untitled = (title: string): string => (title.trim() === '' ? '（还没有标题）' : title);
