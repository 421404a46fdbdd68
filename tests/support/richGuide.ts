import type { Faq, Fee, GuideContent, GuideFile, HandlingResult, LegalBasis, ProcessStep, RequiredMaterial, SpecialProcedure } from '../../server/contract/guideContent';
import type { GuideOffice, GuideVersion, ServiceGuide } from '../../server/contract/serviceGuides';

let written = 0;

/** A text of so many characters that occurs nowhere else. */
const text = (length: number): string => {
  const mark = `第${(written += 1)}段`;
  return (mark + '请带好材料按时到窗口办理，有不清楚的地方先打电话问。'.repeat(Math.ceil(length / 25))).slice(0, Math.max(length, mark.length));
};

const file = (name: string, mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'): GuideFile => ({
  hash: String((written += 1)).padStart(64, '0'),
  name,
  mediaType,
  byteSize: 32_000,
});

const list = <Item>(count: number, make: (number: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index + 1));

/** The first of a list is as long as may be, the others as long as is usual at most. */
const long = (number: number, characters: number): string => text(number === 1 ? characters : 190);

const material = (number: number, name: string, isWaived: boolean): Required<RequiredMaterial> => ({
  name,
  note: text(160),
  type: text(40),
  form: 'either',
  copyKind: 'original_and_copy',
  count: 2,
  specification: text(30),
  necessity: 'situational',
  source: 'government',
  sourceNote: text(80),
  blankForm: file(`${name}表.docx`),
  filledSample: file(`${name}样例.docx`),
  fillingNote: long(number, 2_000),
  acceptanceStandard: long(number, 2_000),
  basis: long(number, 1_000),
  isWaived,
  waivedSource: text(50),
});

const step = (number: number, name: string): Required<ProcessStep> => ({ name, description: long(number, 2_000), limit: text(20) });
const legalBasis = (number: number): Required<LegalBasis> => ({ law: `《示例条例${number}》`, article: `第${number}条`, text: long(number, 5_000), isVerified: number % 2 === 0 });
const special = (number: number): Required<SpecialProcedure> => ({ name: `专家评审${number}`, limit: text(60), basis: long(number, 1_000) });
const fee = (number: number): Required<Fee> => ({ item: `收费项目${number}`, standard: text(120), basis: long(number, 1_000), isReducible: true, reductionNote: long(number, 1_000), canPayOnline: true });
const result = (number: number): Required<HandlingResult> => ({ name: `证书${number}`, type: 'certificate', sample: file(`证书${number}.png`, 'image/png'), delivery: ['window', 'post', 'download'], validity: long(number, 500) });
const faq = (number: number): Required<Faq> => ({ question: `第${number}个问题，怎么办？`, answer: long(number, 5_000) });

const office = (number: number): GuideOffice => ({
  code: `YX-${number}`,
  name: `云岫县第${number}大厅`,
  address: `示范路 ${number} 号`,
  openingHours: text(60),
  phone: `0000-1234560${number}`,
  transport: text(100),
  accessibility: text(100),
  location: { latitude: 30, longitude: 110 },
  windows: list(30, (window) => ({ number: `A${window}`, name: `窗口组${window % 3}`, floor: '一楼' })),
  note: text(200),
});

/** Every field that a guide can have, at lengths and counts near what the contract allows. */
const content: Required<GuideContent> = {
  name: `什么都有的事项${text(60)}`,
  itemType: 'licence',
  summary: text(5_000),
  keywords: list(30, (number) => `说法${number}号`),
  status: 'suspended',
  basicCode: '000101001000',
  businessCode: 'YWBLX-0001',
  effectiveOn: '2026-01-01',
  cancelledOn: '2036-12-31',
  exerciseLevel: 'county',
  powerSource: 'devolved',
  legalBases: list(12, legalBasis),
  implementingBodyCode: '110000000000000099',
  implementingBodyNature: 'authorised_body',
  delegatedBody: text(20),
  jointBodies: list(5, (number) => `联办机构${number}号`),
  audiences: ['natural_person', 'legal_person'],
  naturalPersonTopics: ['np.certificates'],
  legalPersonTopics: ['lp.establishment'],
  lifeEvents: ['le.shop'],
  handlingType: 'committed',
  statutoryLimit: { amount: 3, unit: 'month', note: text(300) },
  committedLimit: { amount: 20, unit: 'working_day', note: text(300) },
  specialProcedures: list(8, special),
  quantityLimit: text(900),
  eligibility: text(10_000),
  channels: ['window', 'online', 'self_service', 'post'],
  onlineDepth: 'handling',
  onlineAddress: 'https://zwfw.yunxiu.example/guides/everything',
  crossRegionScope: 'cross_province',
  visits: 2,
  visitsReason: text(400),
  onSiteSteps: list(14, (number) => step(number, `窗口环节${number}`)),
  onlineSteps: list(14, (number) => step(number, `网上环节${number}`)),
  processPicture: file('流程.png', 'image/png'),
  intermediaryServices: text(900),
  places: list(6, (number) => ({ officeCode: `YX-${number}` })),
  address: text(300),
  openingHours: text(300),
  transport: text(300),
  requiredMaterials: [...list(20, (number) => material(number, `要带的材料${number}`, false)), ...list(20, (number) => material(number, `免交的材料${number}`, true))],
  isCharged: true,
  fee: text(5_000),
  fees: list(8, fee),
  results: list(8, result),
  isBookable: true,
  dailyCapacity: 120,
  bookingNote: text(900),
  consultationPhone: '0000-12345671、0000-12345672',
  supervisionPhone: '0000-12345673',
  rightsAndDuties: text(5_000),
  reconsiderationBody: text(60),
  litigationBody: text(60),
  faqs: list(20, faq),
  relatedCodes: list(8, (number) => `YX-XX-000${number}`),
};

export const richGuide: ServiceGuide = {
  id: '7',
  implementationCode: 'YX-XX-0001',
  department: { id: '1', name: '云岫县行政审批局' },
  version: 60,
  updatedAt: '2026-11-03T02:00:00.000Z',
  content,
  offices: list(6, office),
  relatedGuides: list(8, (number) => ({ id: String(number + 10), name: `相关事项${number}号` })),
  topics: list(3, (number) => ({ code: `np.topic_${'abc'.charAt(number - 1)}`, name: `主题${number}号` })),
};

/** Sixty versions, newest first; the newest changed much. */
export const richVersions: GuideVersion[] = list(60, (number) => number)
  .reverse()
  .map((version) => ({
    version,
    changedAt: new Date(Date.UTC(2026, 0, version, 2)).toISOString(),
    changes: version === 1 ? [] : list(version === 60 ? 12 : 1 + (version % 3), (field) => ({ field: `field${field}`, label: `栏目${field}`, before: field === 1 ? null : text(version === 60 ? 400 : 40), after: field === 2 ? null : text(version === 60 ? 400 : 40) })),
  }));
