import type { GuideContent, GuideContentField } from '../contract/guideContent';
import { always, type GuideRule } from './guideRule';

const element = (rule: string, field: GuideContentField, name: string, holdsFor: (content: GuideContent) => boolean): GuideRule => ({
  rule: `element_${rule}_missing`,
  severity: 'fault',
  field,
  appliesTo: always,
  holdsFor,
  message: `缺少${name}：网站普查要求的八类要素之一，请补上。`,
});

const hasAny = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

/** The eight classes of elements that the national inspection of 2015 looks for in every guide. */
export const elementRules: readonly GuideRule[] = [
  element('name', 'name', '事项名称', ({ name }) => name !== ''),
  element('basis', 'legalBases', '设定依据', ({ legalBases }) => hasAny(legalBases)),
  element('conditions', 'eligibility', '受理条件', ({ eligibility }) => eligibility !== undefined),
  // An empty list says that none is needed; only silence is a gap.
  element('materials', 'requiredMaterials', '申请材料', ({ requiredMaterials }) => requiredMaterials !== undefined),
  element('place', 'places', '办理地点', ({ places, address, onlineDepth }) => hasAny(places) || address !== undefined || onlineDepth === 'full'),
  element('hours', 'openingHours', '办理时间', ({ places, openingHours, onlineDepth }) => hasAny(places) || openingHours !== undefined || onlineDepth === 'full'),
  element('phone', 'consultationPhone', '咨询电话', ({ consultationPhone }) => consultationPhone !== undefined),
  element('process', 'onSiteSteps', '办理流程', ({ onSiteSteps, onlineSteps }) => hasAny(onSiteSteps) || hasAny(onlineSteps)),
];
