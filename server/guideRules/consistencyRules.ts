import type { GuideContent } from '../contract/guideContent';
import { always, type GuideRule } from './guideRule';
import { isLonger } from './timeLimits';

const leastStepsOfLicence = 5;

const isFullyOnline = ({ onlineDepth }: GuideContent): boolean => onlineDepth === 'full';
const needsNoVisit = ({ visits }: GuideContent): boolean => visits === 0;
const needsVisit = ({ visits }: GuideContent): boolean => visits !== undefined && visits > 0;
const isCharged = ({ isCharged: charged, fees = [] }: GuideContent): boolean => charged === true || fees.length > 0;
const stepCount = ({ onSiteSteps = [], onlineSteps = [] }: GuideContent): number => Math.max(onSiteSteps.length, onlineSteps.length);

/** What must agree within a guide: the rules of the provinces' quality checks of implementation lists. */
export const consistencyRules: readonly GuideRule[] = [
  {
    rule: 'immediate_without_note',
    severity: 'fault',
    field: 'committedLimit',
    appliesTo: ({ handlingType }) => handlingType === 'immediate',
    holdsFor: ({ committedLimit }) => committedLimit?.note?.includes('审完即办') === true,
    message: '即办件的承诺办结时限说明里要写明“审完即办”。',
  },
  {
    rule: 'visit_without_reason',
    severity: 'fault',
    field: 'visitsReason',
    appliesTo: needsVisit,
    holdsFor: ({ visitsReason }) => visitsReason !== undefined,
    message: '要到现场办理，却没有写必须到现场的原因。',
  },
  {
    rule: 'online_with_visit',
    severity: 'fault',
    field: 'visits',
    appliesTo: isFullyOnline,
    holdsFor: (content) => needsNoVisit(content) && content.channels?.includes('online') === true,
    message: '全程网办的事项，到现场次数应为 0，办理形式应有网上办理。',
  },
  {
    rule: 'no_visit_without_post',
    severity: 'fault',
    field: 'channels',
    appliesTo: (content) => needsNoVisit(content) && !isFullyOnline(content),
    holdsFor: ({ channels }) => channels?.includes('post') === true,
    message: '到现场次数为 0 又不能全程网办，办理形式里要有邮寄办理。',
  },
  {
    rule: 'fee_incomplete',
    severity: 'fault',
    field: 'fees',
    appliesTo: isCharged,
    holdsFor: ({ fees = [] }) => fees.length > 0 && fees.every(({ basis, canPayOnline }) => basis !== undefined && canPayOnline !== undefined),
    message: '收费的事项，每个收费项目要写明依据，以及能不能网上支付。',
  },
  {
    rule: 'fee_contradicted',
    severity: 'fault',
    field: 'isCharged',
    appliesTo: ({ isCharged: charged }) => charged === false,
    holdsFor: ({ fees = [] }) => fees.length === 0,
    message: '写着不收费，却列了收费项目，请核对。',
  },
  {
    rule: 'phones_alike',
    severity: 'fault',
    field: 'supervisionPhone',
    appliesTo: ({ consultationPhone, supervisionPhone }) => consultationPhone !== undefined && supervisionPhone !== undefined,
    holdsFor: ({ consultationPhone, supervisionPhone }) => consultationPhone !== supervisionPhone,
    message: '监督电话不能和咨询电话是同一个。',
  },
  {
    rule: 'topic_without_audience',
    severity: 'fault',
    field: 'audiences',
    appliesTo: always,
    holdsFor: ({ audiences, naturalPersonTopics = [], legalPersonTopics = [] }) =>
      audiences.includes('natural_person') === naturalPersonTopics.length > 0 && audiences.includes('legal_person') === legalPersonTopics.length > 0,
    message: '服务对象和主题要对应：办给自然人的要有自然人主题，办给法人的要有法人主题。',
  },
  {
    rule: 'licence_without_faq',
    severity: 'fault',
    field: 'faqs',
    appliesTo: ({ itemType }) => itemType === 'licence',
    holdsFor: ({ faqs = [] }) => faqs.length > 0,
    message: '行政许可至少要有一个常见问题。',
  },
  {
    rule: 'licence_with_few_steps',
    severity: 'fault',
    field: 'onSiteSteps',
    appliesTo: ({ itemType }) => itemType === 'licence',
    holdsFor: (content) => stepCount(content) >= leastStepsOfLicence,
    message: `行政许可的办理流程至少要有 ${leastStepsOfLicence} 个环节。`,
  },
  {
    rule: 'result_without_sample',
    severity: 'fault',
    field: 'results',
    appliesTo: ({ results = [] }) => results.length > 0,
    holdsFor: ({ results = [] }) => results.every(({ sample }) => sample !== undefined),
    message: '每个办理结果都要有样本。',
  },
  {
    rule: 'material_without_basis',
    severity: 'fault',
    field: 'requiredMaterials',
    appliesTo: ({ requiredMaterials = [] }) => requiredMaterials.length > 0,
    holdsFor: ({ requiredMaterials = [] }) => requiredMaterials.every(({ basis }) => basis !== undefined),
    message: '每份材料都要写明要求提供的依据；没有依据的材料不能要。',
  },
  {
    rule: 'committed_longer_than_statutory',
    severity: 'fault',
    field: 'committedLimit',
    appliesTo: ({ committedLimit, statutoryLimit }) => committedLimit !== undefined && statutoryLimit !== undefined,
    holdsFor: ({ committedLimit, statutoryLimit }) => committedLimit === undefined || statutoryLimit === undefined || !isLonger(committedLimit, statutoryLimit),
    message: '承诺办结时限不能比法定办结时限长。',
  },
  {
    rule: 'basis_unverified',
    severity: 'advice',
    field: 'legalBases',
    appliesTo: ({ legalBases = [] }) => legalBases.length > 0,
    holdsFor: ({ legalBases = [] }) => legalBases.every(({ isVerified }) => isVerified),
    message: '有设定依据还没有对照原文核实，群众会看到“待核实”。',
  },
];
