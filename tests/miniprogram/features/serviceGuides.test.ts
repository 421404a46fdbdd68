import { checklistText, shareTitle } from '../../../src/features/service-guides/checklist';
import { fourFacts, guideTags, statusNotice, unpublishedParts } from '../../../src/features/service-guides/guideLabels';
import { GuideStore } from '../../../src/features/service-guides/GuideStore';
import { copiesLine, materialDetails, materialTags } from '../../../src/features/service-guides/materialLabels';
import { windowCountLabel, windowLines } from '../../../src/features/service-guides/placeLabels';
import { fitting, sizeOf } from '../../../src/components/portions';
import { changedFieldsNote } from '../../../src/features/service-guides/versionLabels';
import { VersionsStore } from '../../../src/features/service-guides/VersionsStore';
import { guideNote } from '../../../src/text/serviceGuideLabels';
import { mapAddress, phoneNumbers } from '../../../src/text/places';
import type { GuideContent, RequiredMaterial } from '../../../server/contract/guideContent';
import type { GuideOffice } from '../../../server/contract/serviceGuides';
import { richGuide } from '../../support/richGuide';
import { aGuide, memoryStorage, now, openApp, refusal } from '../fakeServer';

const openGuide = (content: Partial<GuideContent> = {}, app = openApp()) => {
  app.server.on('GET /service-guides/7', () => ({ status: 200, body: aGuide(content) }));
  return { ...app, guide: new GuideStore('7', app.stores) };
};

const facts = (content: Partial<GuideContent>) => Object.fromEntries(fourFacts(aGuide(content).content).map(({ term, value, note }) => [term, note === undefined ? value : `${value}｜${note}`]));

const anOffice = (changes: Partial<GuideOffice> = {}): GuideOffice => ({
  code: 'YX-ZX',
  name: '云岫县政务服务中心',
  address: '示范路 1 号',
  openingHours: '工作日 9:00—17:00',
  phone: '0000-12345610',
  transport: null,
  accessibility: null,
  location: null,
  windows: ['A01', 'A02'].map((number) => ({ number, name: '公安户政', floor: '一楼' })),
  note: null,
  ...changes,
});

describe('reading a guide', () => {
  it('keeps what was ticked off on the device, by the name of the material', async () => {
    const storage = memoryStorage();
    const { guide } = openGuide({}, openApp({ storage }));
    await guide.load();
    guide.toggleMaterial('居民户口簿');
    const later = openGuide({ requiredMaterials: [{ name: '申请表', isWaived: false }, { name: '居民户口簿', isWaived: false }] }, openApp({ storage })).guide;
    await later.load();
    expect([later.checkedCount, later.materialsToBring.length]).toEqual([1, 2]);
    later.toggleMaterial('居民户口簿');
    expect(later.checkedCount).toBe(0);
  });

  it('does not count what need not be brought', async () => {
    const { guide } = openGuide();
    await guide.load();
    expect(guide.materialsToBring.map(({ name }) => name)).toEqual(['居民户口簿']);
    expect(guide.waivedMaterials.map(({ name }) => name)).toEqual(['近期照片']);
  });

  it('shows the last known content with its time when the network is gone', async () => {
    const storage = memoryStorage();
    const { guide } = openGuide({}, openApp({ storage }));
    await guide.load();
    const offline = openApp({ storage, now: () => now + 1000 });
    offline.server.on('GET /service-guides/7', () => 'offline');
    const again = new GuideStore('7', offline.stores);
    await again.load();
    expect(again.state).toMatchObject({ status: 'ready', savedAt: now, value: { content: { name: '居民身份证补领' } } });
  });

  it('forgets a guide that was withdrawn', async () => {
    const { guide, server, stores } = openGuide();
    await guide.load();
    expect(stores.recentGuides.guides).toEqual([{ id: '7', name: '居民身份证补领', departmentName: '云岫县公安局' }]);
    server.on('GET /service-guides/7', () => ({ status: 404, body: refusal('guide_not_found') }));
    await guide.load();
    expect(guide.state).toMatchObject({ status: 'failed', error: { code: 'guide_not_found' } });
    expect(stores.recentGuides.guides).toEqual([]);
    expect(stores.guideCache.find('7')).toBeNull();
  });

  it('does not ask whether it is a favourite while nobody is signed in', async () => {
    const { guide, server } = openGuide();
    await guide.load();
    expect(server.requests.map(({ url }) => url).filter((url) => url.includes('favourites'))).toEqual([]);
  });
});

describe('what changed in a guide', () => {
  const page = { items: [{ version: 1, changedAt: '2026-01-01T00:00:00.000Z', changes: [] }], nextCursor: null, total: { count: 1, label: '1' } };

  it('is shown under the name of the guide, which is asked for only when it is not known', async () => {
    const { guide, server, stores } = openGuide();
    server.on('GET /service-guides/7/versions', () => ({ status: 200, body: page }));
    const stranger = new VersionsStore('7', stores);
    await stranger.load();
    expect([stranger.name, stranger.list.state.status]).toEqual(['居民身份证补领', 'ready']);
    await guide.load();
    const asked = server.requests.length;
    const reader = new VersionsStore('7', stores);
    expect(reader.name).toBe('居民身份证补领');
    await reader.load();
    expect(server.requests.slice(asked).map(({ url }) => url)).toEqual(['/api/v1/service-guides/7/versions']);
  });

  it('fails in words when it cannot be had', async () => {
    const { server, stores } = openGuide();
    server.on('GET /service-guides/7/versions', () => 'offline');
    const versions = new VersionsStore('7', stores);
    await versions.load();
    expect(versions.list.state).toMatchObject({ status: 'failed', error: { code: 'network_unreachable' } });
  });

  it.each([
    [1, 0, '首次发布'],
    [2, 0, '显示的内容没有变化'],
    [2, 2, '改了栏目1、栏目2'],
    [2, 5, '改了栏目1、栏目2、栏目3等 5 处'],
  ])('is named in a line: version %d with %d changes', (version, count, line) => {
    const changes = Array.from({ length: count }, (_, index) => ({ field: String(index), label: `栏目${index + 1}`, before: null, after: '新' }));
    expect(changedFieldsNote(version, changes)).toBe(line);
  });
});

describe('the four facts', () => {
  it.each<[Partial<GuideContent>, string]>([
    [{}, '10 个工作日｜法定 60 天内'],
    [{ committedLimit: { amount: 2, unit: 'hour' } }, '2 小时｜法定 60 天内'],
    [{ committedLimit: { amount: 3, unit: 'month' }, statutoryLimit: { amount: 6, unit: 'month' } }, '3 个月｜法定 6 个月内'],
    [{ handlingType: 'immediate', committedLimit: { amount: 1, unit: 'working_day', note: '审完即办' } }, '当场办好｜法定 60 天内 · 审完即办'],
    [{ committedLimit: { amount: 0, unit: 'working_day' } }, '当场办好｜法定 60 天内'],
    [{ committedLimit: { amount: 5, unit: 'calendar_day', note: '公告、检验和专家评审的时间都不算在里面' } }, '5 天｜法定 60 天内'],
    [{ committedLimit: undefined }, '法定 60 天内｜部门还没有公布承诺时限'],
    [{ committedLimit: undefined, statutoryLimit: undefined }, '尚未公布'],
  ])('say how long %j takes', (content, fact) => {
    expect(facts(content)['多久办好']).toBe(fact);
  });

  it.each<[Partial<GuideContent>, string]>([
    [{ visits: 1, visitsReason: '要当面拍照、按指纹。领证可以邮寄。' }, '1 次｜要当面拍照、按指纹'],
    [{ visits: 0 }, '不用去'],
  ])('say how often to come: %j', (content, fact) => {
    expect(facts(content)['要去几次']).toBe(fact);
  });

  const fee = { item: '工本费', standard: '40 元/证' };
  it.each<[Partial<GuideContent>, string]>([
    [{}, '尚未公布'],
    [{ isCharged: false }, '不收费'],
    [{ isCharged: false, fee: '不收费。补办也不收' }, '不收费｜补办也不收'],
    [{ fee: '每证40元。有减免政策的，以窗口告知为准。' }, '每证40元｜有减免政策的，以窗口告知为准'],
    [{ isCharged: true, fees: [{ ...fee, canPayOnline: true }] }, '40 元/证｜可网上付款'],
    [{ isCharged: true, fees: [{ ...fee, canPayOnline: true }, fee] }, '40 元/证等 2 项'],
    [{ isCharged: true }, '收费'],
  ])('say what it costs: %j', (content, fact) => {
    expect(facts(content)['费用']).toBe(fact);
  });

  it('say who may', () => {
    expect(facts({ audiences: ['natural_person', 'legal_person'] })['谁可以办']).toBe('个人、企业和其他单位');
  });
});

describe('what a guide says', () => {
  it('carries what makes it easier as tags', () => {
    expect(guideTags(aGuide({ isBookable: true, crossRegionScope: 'national', onlineDepth: 'full', channels: ['online'] }).content).map(({ word }) => word)).toEqual(['行政确认', '承诺件', '可预约', '全程网办', '全国通办']);
    expect(guideTags(aGuide({ isBookable: false, channels: ['window', 'online'] }).content).map(({ word }) => word)).toEqual(['行政确认', '承诺件', '可网上办']);
  });

  it.each<[Partial<GuideContent>, string | null]>([
    [{}, null],
    [{ status: 'in_effect', effectiveOn: '2026-11-22' }, null],
    [{ effectiveOn: '2026-12-01' }, '还没有开始'],
    [{ status: 'suspended' }, '暂停办理'],
    [{ status: 'cancelled' }, '已经取消'],
    [{ cancelledOn: '2026-11-22' }, '已经取消'],
    [{ cancelledOn: '2027-01-01' }, '即将取消'],
  ])('warns before it cannot be used: %j', (content, title) => {
    expect(statusNotice(aGuide(content).content, '2026-11-22')?.title ?? null).toBe(title);
  });

  it('says in a list that it is suspended', () => {
    const summary = { department: { id: '1', name: '云岫县公安局' }, handlingType: null, committedLimit: { amount: 60, unit: 'calendar_day' as const } };
    expect(guideNote({ ...summary, status: 'suspended' })).toBe('暂停办理 · 云岫县公安局 · 60 天');
    expect(guideNote({ ...summary, status: 'in_effect', committedLimit: null })).toBe('云岫县公安局');
  });

  it('names what the department has not published, and nothing else', () => {
    expect(unpublishedParts(aGuide())).toEqual(['收费', '办理流程', '办理地点', '办理时间', '受理条件', '办理结果', '能不能预约', '法律依据', '权利和救济途径', '咨询电话', '监督电话']);
    expect(unpublishedParts(aGuide({ isCharged: false }, { offices: [anOffice()] }))).not.toEqual(expect.arrayContaining(['收费']));
    expect(unpublishedParts(richGuide)).toEqual([]);
  });

  it('tells an empty list of materials from one that was not published', () => {
    expect(unpublishedParts(aGuide({ requiredMaterials: [] }))).not.toContain('要带的材料');
    const { requiredMaterials: _unknown, ...content } = aGuide().content;
    expect(unpublishedParts({ ...aGuide(), content })).toContain('要带的材料');
  });
});

describe('a material', () => {
  const material = (changes: Partial<RequiredMaterial>): RequiredMaterial => ({ name: '照片', isWaived: false, ...changes });

  it.each<[Partial<RequiredMaterial>, string | null]>([
    [{}, null],
    [{ copyKind: 'original', count: 1 }, '原件 1 份'],
    [{ copyKind: 'original_and_copy', count: 2 }, '原件和复印件各 2 份'],
    [{ copyKind: 'copy', count: 0, form: 'paper' }, '复印件'],
    [{ count: 3, form: 'electronic', specification: '二寸彩色' }, '3 份 · 电子版 · 二寸彩色'],
  ])('says what exactly to bring: %j', (changes, line) => {
    expect(copiesLine(material(changes))).toBe(line);
  });

  it.each<[Partial<RequiredMaterial>, string[]]>([
    [{ necessity: 'necessary' }, []],
    [{ necessity: 'situational' }, ['特殊情况才要']],
    [{ necessity: 'may_follow', note: '窗口填写，可先看样表' }, ['可以后补', '可现场填']],
    [{ note: '请提前填好，不能在窗口填写' }, []],
  ])('carries what makes it differ: %j', (changes, words) => {
    expect(materialTags(material(changes)).map(({ word }) => word)).toEqual(words);
  });

  it('keeps the rest for whoever opens it', () => {
    expect(materialDetails(material({ source: 'third_party', sourceNote: '医院', acceptanceStandard: '三个月内' }))).toEqual([
      { term: '什么样的才行', text: '三个月内' },
      { term: '从哪里来', text: '其他机构开的，医院' },
    ]);
  });
});

describe('a place', () => {
  it('groups windows and counts them', () => {
    const windows = [...anOffice().windows, { number: '4', name: '户籍', floor: '二楼' }];
    expect(windowLines(windows)).toEqual(['一楼 公安户政 A01、A02', '二楼 户籍 4']);
    expect(windowCountLabel([anOffice({ windows })])).toBe('3 个窗口');
    expect(windowCountLabel([anOffice(), anOffice({ windows: [] })])).toBe('2 个大厅，2 个窗口');
    expect(windowCountLabel([])).toBeNull();
  });

  it('opens on a map by its point, or by its words when there is none', () => {
    expect(mapAddress(anOffice({ location: { latitude: 30.5, longitude: 110.25 } }))).toContain('position=110.25,30.5');
    expect(decodeURIComponent(mapAddress(anOffice()))).toContain('keyword=云岫县政务服务中心 示范路 1 号');
  });

  it.each([
    ['0000-12345601', ['0000-12345601']],
    ['0000-12345601、0000-12345602', ['0000-12345601', '0000-12345602']],
    ['12345（工作日 8:30-17:30）', ['12345']],
    ['请到窗口问', []],
  ])('gives the numbers to call in %s', (text, numbers) => {
    expect(phoneNumbers(text)).toEqual(numbers);
  });
});

describe('the list to take along', () => {
  it('has a title that says how much to bring', () => {
    expect(shareTitle(aGuide())).toBe('居民身份证补领：要带 1 样材料');
    expect(shareTitle(aGuide({ requiredMaterials: [] }))).toBe('居民身份证补领：办事指南');
  });

  it('says what to bring, where, when, whom to call, what it costs and where it is from', () => {
    const content: Partial<GuideContent> = {
      requiredMaterials: [
        { name: '居民户口簿', copyKind: 'original', count: 1, isWaived: false },
        { name: '监护人身份证', necessity: 'situational', note: '未满 16 周岁的人要带。复印也行。', isWaived: false },
        { name: '近期照片', isWaived: true },
      ],
      isCharged: false,
      consultationPhone: '0000-12345601',
    };
    expect(checklistText(aGuide(content, { offices: [anOffice({ note: '取“户政”号' })] }), 'http://localhost/x')).toBe(
      [
        '居民身份证补领（云岫县公安局）',
        '要带的材料：',
        '□ 居民户口簿（原件 1 份）',
        '□ 监护人身份证（特殊情况才要，未满 16 周岁的人要带）',
        '不用带：近期照片',
        '地点：云岫县政务服务中心，示范路 1 号，一楼 公安户政 A01、A02',
        '时间：工作日 9:00—17:00',
        '注意：取“户政”号',
        '电话：0000-12345601',
        '费用：不收费',
        '2026年11月3日更新',
        'http://localhost/x',
      ].join('\n'),
    );
  });

  it('says so when nothing is needed, and when nothing was published', () => {
    expect(checklistText(aGuide({ requiredMaterials: [] }), '')).toContain('\n不用带材料\n');
    const { requiredMaterials: _unknown, ...content } = aGuide().content;
    expect(checklistText({ ...aGuide(), content }, '')).toContain('还没有公布，去之前请先打电话问清楚');
  });
});

describe('portions', () => {
  it('grow with the texts as far as they are shown', () => {
    expect(sizeOf(1, ['字'.repeat(50)], 100)).toBeLessThan(sizeOf(1, ['字'.repeat(80)], 100));
    expect(sizeOf(1, ['字'.repeat(200)], 100)).toBe(sizeOf(1, ['字'.repeat(900)], 100));
  });

  it('hold what fits, and one at least', () => {
    expect(fitting([4, 4, 4], 9, (size) => size)).toBe(2);
    expect(fitting([40, 4], 9, (size) => size)).toBe(1);
    expect(fitting([], 9, (size: number) => size)).toBe(0);
  });
});
