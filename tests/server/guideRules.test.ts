import fc from 'fast-check';
import type { GuideContent, TimeLimit, TimeUnit } from '../../server/contract/guideContent';
import { checkGuide } from '../../server/guideRules/checkGuide';
import { isLonger } from '../../server/guideRules/timeLimits';

const file = { hash: 'a'.repeat(64), name: '样本.png', mediaType: 'image/png', byteSize: 1 };

/** A licence in which every rule has something to look at, and nothing is wrong. */
const flawless: GuideContent = {
  name: '食品经营许可',
  itemType: 'licence',
  audiences: ['natural_person', 'legal_person'],
  naturalPersonTopics: ['np.permits'],
  legalPersonTopics: ['lp.permits'],
  legalBases: [{ law: '《中华人民共和国食品安全法》', isVerified: true }],
  eligibility: '有固定的经营场所。',
  requiredMaterials: [{ name: '申请书', basis: '《中华人民共和国食品安全法》', isWaived: false }],
  places: [{ officeCode: 'YX-ZX' }],
  consultationPhone: '0000-12345611',
  supervisionPhone: '0000-12345600',
  onSiteSteps: ['申请', '受理', '审查', '决定', '发证'].map((name) => ({ name })),
  handlingType: 'immediate',
  statutoryLimit: { amount: 20, unit: 'working_day' },
  committedLimit: { amount: 1, unit: 'working_day', note: '审完即办' },
  visits: 1,
  visitsReason: '现场核验原件',
  channels: ['window'],
  isCharged: true,
  fees: [{ item: '工本费', standard: '10 元', basis: '示例文件', canPayOnline: true }],
  results: [{ name: '许可证', sample: file }],
  faqs: [{ question: '多久？', answer: '当场。' }],
};

const without = (...fields: (keyof GuideContent)[]): GuideContent =>
  Object.fromEntries(Object.entries(flawless).filter(([field]) => !fields.includes(field as keyof GuideContent))) as GuideContent;
const rulesOf = (content: GuideContent): string[] => checkGuide(content).findings.map(({ rule }) => rule);

test('a guide in which everything is said and agrees has no finding and the full score', () => {
  expect(checkGuide(flawless)).toEqual({ score: 100, findings: [] });
});

test.each<[string, GuideContent]>([
  ['element_name_missing', { ...flawless, name: '' }],
  ['element_basis_missing', without('legalBases')],
  ['element_conditions_missing', without('eligibility')],
  ['element_materials_missing', without('requiredMaterials')],
  ['element_phone_missing', without('consultationPhone')],
  ['immediate_without_note', { ...flawless, committedLimit: { amount: 1, unit: 'working_day' } }],
  ['visit_without_reason', without('visitsReason')],
  ['online_with_visit', { ...flawless, onlineDepth: 'full', channels: ['online'] }],
  ['online_with_visit', { ...flawless, onlineDepth: 'full', visits: 0 }],
  ['no_visit_without_post', { ...flawless, visits: 0 }],
  ['fee_incomplete', { ...flawless, fees: [] }],
  ['fee_incomplete', { ...flawless, fees: [{ item: '工本费', standard: '10 元', canPayOnline: true }] }],
  ['fee_incomplete', { ...flawless, fees: [{ item: '工本费', standard: '10 元', basis: '示例文件' }] }],
  ['phones_alike', { ...flawless, supervisionPhone: '0000-12345611' }],
  ['topic_without_audience', { ...flawless, audiences: ['natural_person'] }],
  ['topic_without_audience', without('legalPersonTopics')],
  ['licence_without_faq', without('faqs')],
  ['licence_with_few_steps', { ...flawless, onSiteSteps: [{ name: '申请' }, { name: '发证' }] }],
  ['result_without_sample', { ...flawless, results: [{ name: '许可证' }] }],
  ['material_without_basis', { ...flawless, requiredMaterials: [{ name: '申请书', isWaived: false }] }],
  ['committed_longer_than_statutory', { ...flawless, committedLimit: { amount: 21, unit: 'working_day', note: '审完即办' } }],
])('%s is found, alone and below the full score', (rule, content) => {
  expect(rulesOf(content)).toEqual([rule]);
  expect(checkGuide(content).score).toBeLessThan(100);
});

test('where neither an office nor an address is named, place and hours are both missing; a guide that is fully online needs neither', () => {
  expect(rulesOf(without('places'))).toEqual(['element_place_missing', 'element_hours_missing']);
  expect(rulesOf({ ...without('places', 'visitsReason'), onlineDepth: 'full', visits: 0, channels: ['online'] })).toEqual([]);
});

test('fees beside “no charge” contradict each other', () => {
  expect(rulesOf({ ...flawless, isCharged: false })).toEqual(['fee_contradicted']);
});

test('a legal basis that was not checked against its text is advice and does not lower the score', () => {
  expect(checkGuide({ ...flawless, legalBases: [{ law: '某法', isVerified: false }] })).toMatchObject({ score: 100, findings: [{ rule: 'basis_unverified', severity: 'advice' }] });
});

test('a bare imported item scores low, and every gap says what to do', () => {
  const { score, findings } = checkGuide({ name: '某事项', itemType: 'other_power', audiences: ['natural_person'] });
  expect(score).toBeLessThan(30);
  for (const { message } of findings) expect(message).toMatch(/请|要/u);
});

test('of two limits in different units the longer one is named only when it is certain', () => {
  const limit = (amount: number, unit: TimeUnit): TimeLimit => ({ amount, unit });
  expect(isLonger(limit(60, 'calendar_day'), limit(20, 'working_day'))).toBe(false);
  expect(isLonger(limit(61, 'calendar_day'), limit(20, 'working_day'))).toBe(true);
  expect(isLonger(limit(30, 'working_day'), limit(60, 'calendar_day'))).toBe(false);
  expect(isLonger(limit(2, 'month'), limit(30, 'calendar_day'))).toBe(true);
  const limits = fc.record({ amount: fc.nat(100), unit: fc.constantFrom<TimeUnit>('hour', 'calendar_day', 'working_day', 'month') });
  fc.assert(fc.property(limits, limits, (one, other) => !(isLonger(one, other) && isLonger(other, one))));
});
