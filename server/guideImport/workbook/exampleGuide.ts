import type { GuideContent } from '../../contract/guideContent';
import type { OfficeRow, SynonymRow, WindowRow } from '../columns/officeColumns';
import type { WrittenGuide } from './sheetRows';

const file = (name: string, mediaType: string) => ({ hash: '0'.repeat(64), name, mediaType, byteSize: 1 });
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** One guide with everything that can be written, for 填写说明. The county does not exist. */
const content: GuideContent = {
  name: '居民身份证补领',
  itemType: 'confirmation',
  summary: '身份证丢了，到公安户政窗口补领一张新的。',
  keywords: ['身份证丢了', '补身份证', '身份证遗失'],
  status: 'in_effect',
  basicCode: '000709001000',
  businessCode: '110000000000000001000709001000001',
  effectiveOn: '2026-01-01',
  cancelledOn: '2030-12-31',
  exerciseLevel: 'county',
  powerSource: 'statutory',
  implementingBodyCode: '110000000000000001',
  implementingBodyNature: 'statutory_body',
  delegatedBody: '云岫县溪河镇人民政府',
  jointBodies: ['云岫县政务服务中心'],
  audiences: ['natural_person'],
  naturalPersonTopics: ['np.certificates', 'np.household'],
  legalPersonTopics: ['lp.other'],
  lifeEvents: ['le.work'],
  handlingType: 'committed',
  statutoryLimit: { amount: 60, unit: 'calendar_day' },
  committedLimit: { amount: 20, unit: 'working_day', note: '制证和邮寄的时间算在内' },
  quantityLimit: '无数量限制',
  eligibility: '一、身份证丢失。\n二、未满十六周岁的，由监护人陪同。',
  channels: ['window', 'online'],
  onlineDepth: 'pre_review',
  onlineAddress: 'https://zwfw.yunxiu.example/items/1',
  crossRegionScope: 'national',
  visits: 1,
  visitsReason: '要当场采集照片和指纹',
  processPicture: file('身份证补领流程图.png', 'image/png'),
  intermediaryServices: '无',
  address: '云岫县示范路 1 号一楼',
  openingHours: '工作日 9:00—12:00，13:30—17:00',
  transport: '公交 1 路到政务中心站',
  isCharged: true,
  fee: '40 元/证',
  isBookable: true,
  dailyCapacity: 60,
  bookingNote: '可以约七天以内的时段',
  consultationPhone: '0000-12345601',
  supervisionPhone: '0000-12345600',
  rightsAndDuties: '对结果不服的，可以申请行政复议；应当提供真实的材料。',
  reconsiderationBody: '云岫县人民政府',
  litigationBody: '云岫县人民法院',
  relatedCodes: ['YX-GA-0002'],
  legalBases: [{ law: '《中华人民共和国居民身份证法》', article: '第十一条', text: '居民身份证丢失的，应当申请补领。', isVerified: false }],
  specialProcedures: [{ name: '公告', limit: '七天', basis: '按部门规定' }],
  onSiteSteps: [{ name: '受理', description: '核对身份，采集照片和指纹', limit: '当场' }],
  requiredMaterials: [
    {
      name: '居民身份证补领登记表',
      note: '到窗口再填也可以',
      type: '申请表格文书',
      form: 'paper',
      copyKind: 'original',
      count: 1,
      specification: 'A4',
      necessity: 'necessary',
      source: 'applicant',
      sourceNote: '窗口提供',
      blankForm: file('居民身份证补领登记表.docx', word),
      filledSample: file('居民身份证补领登记表（填写样例）.docx', word),
      fillingNote: '用黑色签字笔填写',
      acceptanceStandard: '填写完整、签名',
      basis: '《中华人民共和国居民身份证法》',
      isWaived: false,
      waivedSource: '人口信息库',
    },
  ],
  fees: [{ item: '身份证补领工本费', standard: '40 元/证', basis: '收费主管部门的规定', isReducible: true, reductionNote: '最低生活保障对象', canPayOnline: true }],
  results: [{ name: '居民身份证', type: 'certificate', sample: file('居民身份证样式.png', 'image/png'), delivery: ['window', 'post'], validity: '按年龄分为五年、十年、二十年和长期' }],
  places: [{ officeCode: 'YX-ZX', windowNumbers: ['A01', 'A02'], note: '周六上午也办' }],
  faqs: [{ question: '可以请别人代办吗？', answer: '不可以，要本人到场采集指纹。' }],
};

const office: OfficeRow = {
  code: 'YX-ZX',
  name: '云岫县政务服务中心',
  address: '云岫县示范路 1 号',
  opening_hours: '工作日 9:00—12:00，13:30—17:00',
  phone: '0000-12345600',
  transport: '公交 1 路到政务中心站；院内可以停车',
  accessibility: '有坡道和无障碍卫生间',
  latitude: 30.5,
  longitude: 110.5,
};
const window: WindowRow = { officeCode: 'YX-ZX', number: 'A01', name: '公安户政窗口', floor: '一楼' };
const synonym: SynonymRow = { phrase: '身份证丢了', terms: ['居民身份证补领'] };

export const exampleGuide: WrittenGuide = { implementationCode: 'YX-GA-0001', department: '云岫县公安局', content };
export const exampleRecords = { offices: office, windows: window, synonyms: synonym } as const;
