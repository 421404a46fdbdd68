import type { FeedbackKind, GuidePart } from '../../../server/contract/feedback';

interface Option<Id> {
  id: Id;
  name: string;
}

export const feedbackKinds: readonly Option<FeedbackKind>[] = [
  { id: 'fault', name: '打不开或出错' },
  { id: 'difficulty', name: '看不懂、不会用' },
  { id: 'suggestion', name: '建议' },
  { id: 'complaint', name: '投诉' },
];

export const guideParts: readonly Option<GuidePart>[] = [
  { id: 'materials', name: '材料' },
  { id: 'process', name: '流程' },
  { id: 'place', name: '地点' },
  { id: 'time', name: '时间' },
  { id: 'fee', name: '费用' },
  { id: 'phone', name: '电话' },
  { id: 'other', name: '其他' },
];

export const isFeedbackKind = (id: string): id is FeedbackKind => feedbackKinds.some((option) => option.id === id);
export const isGuidePart = (id: string): id is GuidePart => guideParts.some((option) => option.id === id);

/** What happens with it now. */
export const nextSteps = (isAboutGuide: boolean, hasPhone: boolean): string[] => [
  isAboutGuide ? '工作人员会核对您说的内容，有误就改正指南。' : '工作人员会逐条查看，能改的就改。',
  hasPhone ? '需要核实时，会拨打您留的手机号。' : '您没有留手机号，我们不会联系您。',
  '想知道处理得怎么样，可以拨打热线，报上编号。',
];
