import { paths } from '../../../src/paths';
import { OneGuideServer } from '../../support/oneGuideServer';
import { kilobyte } from '../../support/miniprogramPackages';
import { Phone, type Traffic } from '../../support/miniprogramPhone';
import { printTable } from '../../support/miniprogramTable';
import { richGuide, richVersions } from '../../support/richGuide';
import { aSite } from '../fakeServer';

const firstRender = 30 * kilobyte;
const opening = 12 * kilobyte;
const otherTap = 4 * kilobyte;

/** Everything is opened one by one on a page that grows to thousands of nodes. */
const patienceMilliseconds = 240_000;

let server: OneGuideServer;
const measured: { what: string; budget: number; traffic: Traffic }[] = [];

beforeAll(async () => {
  server = await OneGuideServer.open(aSite(), richGuide, richVersions);
});
afterAll(async () => {
  await server.close();
  const widest = [...measured].sort((one, other) => other.traffic.bytes / other.budget - one.traffic.bytes / one.budget).slice(0, 25);
  printTable('什么都有的指南的 setData', ['what', 'setData', 'bytes', 'budget'], widest.map(({ what, budget, traffic }) => [what, traffic.calls, traffic.bytes, budget]));
});

const phoneInFront = (): Phone => new Phone({ serverAddress: server.address, sandboxAddress: server.address });

const overBudget = () => measured.filter(({ budget, traffic }) => traffic.calls > 2 || traffic.bytes > budget).map(({ what, traffic }) => `${what}: ${traffic.calls} × ${traffic.bytes}`);

/** Opens, one by one, whatever says that it is closed, and measures each. */
async function unfoldAll(phone: Phone): Promise<void> {
  for (;;) {
    const closed = phone.page.nodes.find(({ attributes }) => attributes.get('aria-expanded') === 'false');
    if (closed === undefined) return;
    const label = closed.attributes.get('aria-label') ?? closed.text;
    measured.push({ what: label, budget: opening, traffic: await phone.trafficOf(() => phone.tap(label)) });
  }
}

/** Every text in a published document, whatever its field; codes and choices are shown in words instead. */
function textsOf(value: unknown, field = ''): string[] {
  const shownInWords = /^(itemType|status|audiences|.*Topics|lifeEvents|handlingType|unit|exerciseLevel|powerSource|implementingBodyNature|channels|onlineDepth|crossRegionScope|form|copyKind|necessity|source|type|delivery|officeCode|relatedCodes|hash|mediaType|effectiveOn|cancelledOn|onlineAddress|consultationPhone|code)$/;
  if (typeof value === 'string') return shownInWords.test(field) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => textsOf(inside, name));
}

test('a guide with everything is drawn in little, opens in little, and then everything published can be read', async () => {
  const phone = phoneInFront();
  await phone.start(paths.guide(richGuide.id));
  measured.push({ what: '指南', budget: firstRender, traffic: phone.traffic });
  measured.push({ what: '勾选', budget: otherTap, traffic: await phone.trafficOf(() => phone.tap('要带的材料1')) });
  await unfoldAll(phone);
  expect(overBudget()).toEqual([]);

  const { requiredMaterials = [], ...others } = richGuide.content;
  const toBring = requiredMaterials.filter(({ isWaived }) => !isWaived).map(({ waivedSource: _notSaid, ...material }) => material);
  const waived = requiredMaterials.filter(({ isWaived }) => isWaived).map(({ name, waivedSource }) => ({ name, waivedSource }));
  const { text } = phone.page;
  const missing = textsOf([others, toBring, waived, richGuide.offices, richGuide.relatedGuides, richGuide.topics]).filter((published) => !text.includes(published));
  expect(missing).toEqual([]);
  const words = ['行政许可', '暂停办理', '个人、企业和其他单位', '承诺件', '20 个工作日', '3 个月', '县级', '上级下放', '授权组织', '到窗口办、在网上办、在自助终端办、邮寄办理', '网上可以办理', '跨省通办'];
  const more = ['纸质或电子版', '原件和复印件各 2 份', '特殊情况才要', '政府部门发的', '证照', '到窗口领、邮寄、网上下载', '可以网上付款', '可以减免', '120 件', '2026年1月1日', '2036年12月31日', '待核实', '0000-12345672'];
  expect([...words, ...more].filter((word) => !text.includes(word))).toEqual([]);
}, patienceMilliseconds);

test('sixty versions come twenty at a time, the newest open, and each opens in little', async () => {
  const phone = phoneInFront();
  await phone.start(paths.guideVersions(richGuide.id));
  measured.push({ what: '改了什么', budget: firstRender, traffic: phone.traffic });
  expect(phone.page.text).toContain('共 60 版');
  await unfoldAll(phone);
  for (const field of ['field1', 'field2', 'field12']) {
    const { before, after } = richVersions[0]?.changes.find((change) => change.field === field) ?? { before: null, after: null };
    for (const words of [before, after]) if (words !== null) expect(phone.page.text).toContain(words);
  }
  expect(phone.page.text).not.toContain('首次发布');
  for (let page = 2; page <= 3; page += 1) measured.push({ what: `改了什么，第 ${page} 页`, budget: opening, traffic: await phone.trafficOf(() => phone.reachBottom()) });
  expect(phone.page.text).toContain('首次发布');
  expect(overBudget()).toEqual([]);
});
