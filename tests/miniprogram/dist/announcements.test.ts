import type { AnnouncementPage } from '../../../server/contract/announcements';
import { paths } from '../../../src/paths';
import { FixedServer } from '../../support/fixedServer';
import { kilobyte } from '../../support/miniprogramPackages';
import { Phone, type Traffic } from '../../support/miniprogramPhone';
import { printTable } from '../../support/miniprogramTable';
import { anAnnouncement, anAnnouncementSummary, longestBodySample, richBody } from '../../support/publicAnnouncementSamples';
import { aSite } from '../fakeServer';

const firstRender = 30 * kilobyte;
const opening = 12 * kilobyte;

/** A page that grows to the whole of a very long text. */
const patienceMilliseconds = 240_000;

const attachments = Array.from({ length: 20 }, (_, index) => ({ hash: String(index).padStart(64, '0'), name: `附件${index + 1}：申报名单和说明.pdf`, mediaType: 'application/pdf', byteSize: 1_234_567 }));
const changes = [
  { version: 2, publishedAt: '2026-11-21T02:00:00.000Z', reason: '日期写错' },
  { version: 1, publishedAt: '2026-11-20T02:00:00.000Z', reason: null },
];
const rich = anAnnouncement(
  { body: richBody, attachments, documentNumber: '云政发〔2026〕12号', writtenOn: '2026-11-19', effectiveOn: '2026-12-01', expiresOn: '2027-12-01', issuingBody: '云岫县人民政府', keywords: ['停水', '检修'], indexNumber: 'YX-2026-1' },
  {
    version: 2,
    correctedAt: '2026-11-21T02:00:00.000Z',
    validity: 'in_force',
    changes,
    topics: [{ code: 'np.utilities', name: '公用事业' }],
    guides: Array.from({ length: 20 }, (_, index) => ({ id: String(index + 1), name: `办事指南第${index + 1}项` })),
    offices: [{ code: 'YX-ZX', name: '云岫县政务服务中心' }],
    explains: [{ id: '8', title: '某某办法', kind: 'policy_document', publishedAt: '2026-11-01T02:00:00.000Z' }],
    explainedBy: [{ id: '9', title: '一图读懂', kind: 'policy_explained', publishedAt: '2026-11-02T02:00:00.000Z' }],
  },
);
const longest = anAnnouncement({ body: longestBodySample, attachments }, { id: '6' });
const withdrawn = anAnnouncement({ body: '' }, { id: '7', status: 'withdrawn', withdrawn: { at: '2026-11-21T02:00:00.000Z', reason: '名单有误' } });
const list: AnnouncementPage = {
  items: Array.from({ length: 20 }, (_, index) => anAnnouncementSummary({ id: String(index + 1), title: `关于第${index + 1}期供水管网检修临时停水安排的通知`, department: { id: '1', name: '云岫县水务局' } })),
  nextCursor: 'next',
  total: { count: 1000, label: '1000+' },
};
const filters = {
  years: [{ year: 2026, count: 1 }],
  departments: Array.from({ length: 60 }, (_, index) => ({ id: String(index + 1), name: `云岫县第${index + 1}个部门`, count: 1 })),
  topics: Array.from({ length: 60 }, (_, index) => ({ code: 'np.other', name: `主题${index + 1}`, count: 1 })),
};

let server: FixedServer;
const measured: { what: string; budget: number; traffic: Traffic }[] = [];
beforeAll(async () => {
  server = await FixedServer.open({
    '/site': aSite(),
    '/announcements': list,
    '/announcements/filters': filters,
    '/announcements/5': rich,
    '/announcements/6': longest,
    '/announcements/7': withdrawn,
    '/announcements/5/versions/1': { id: '5', version: 1, publishedAt: '2026-11-20T02:00:00.000Z', replacedAt: '2026-11-21T02:00:00.000Z', reason: null, content: rich.content },
  });
});
afterAll(async () => {
  await server.close();
  const widest = [...measured].sort((one, other) => other.traffic.bytes / other.budget - one.traffic.bytes / one.budget).slice(0, 12);
  printTable('公告的 setData', ['what', 'setData', 'bytes', 'budget'], widest.map(({ what, budget, traffic }) => [what, traffic.calls, traffic.bytes, budget]));
});

const phoneInFront = (): Phone => new Phone({ serverAddress: server.address, sandboxAddress: server.address });
const overBudget = () => measured.filter(({ budget, traffic }) => traffic.calls > 2 || traffic.bytes > budget).map(({ what, traffic }) => `${what}: ${traffic.calls} × ${traffic.bytes}`);
const note = (what: string, budget: number, traffic: Traffic): void => void measured.push({ what, budget, traffic });

test('an announcement with everything is drawn in little, and its parts open in little', async () => {
  const phone = phoneInFront();
  await phone.start(paths.announcement('5'));
  note('公告', firstRender, phone.traffic);
  for (const words of ['云政发〔2026〕12号', '2026年12月1日', '现行有效', '已更正 1 次，最近一次 11月21日（周六）：日期写错', 'PDF 文档：附件1', '1.2 MB', '某某办法', '一图读懂', '办事指南第20项', '云岫县政务服务中心']) expect(phone.page.text).toContain(words);
  note('更正记录', opening, await phone.trafficOf(() => phone.tap('更正记录，2 版')));
  note('公开信息', opening, await phone.trafficOf(() => phone.tap('公开信息')));
  for (const words of ['首次发布', 'YX-2026-1', '公用事业']) expect(phone.page.text).toContain(words);
  while (phone.page.labels.includes('继续往下看')) note('继续往下看', opening, await phone.trafficOf(() => phone.tap('继续往下看')));
  for (const words of ['一、总则', '《办法》', '1. 原件', '引用的话', '第12段']) expect(phone.page.text).toContain(words);
  expect(overBudget()).toEqual([]);
}, patienceMilliseconds);

test('a link to elsewhere is copied with a word about it, and an attachment is opened by WeChat', async () => {
  const phone = phoneInFront();
  await phone.start(paths.announcement('5'));
  await phone.tap('原文');
  expect([phone.clipboard, phone.toasts.at(-1)]).toEqual(['https://example.gov.cn/a?x=1&y=2', '链接已复制，请在浏览器里打开']);
});

test('a text as long as may be begins in little, and goes on by itself as one reads', async () => {
  const phone = phoneInFront();
  await phone.start(paths.announcement('6'));
  note('最长的公告', firstRender, phone.traffic);
  // What belongs to it stands before a text that goes on.
  expect(phone.page.text.indexOf('附件20')).toBeLessThan(phone.page.text.indexOf('示范路1号') === -1 ? Infinity : phone.page.text.indexOf('示范路1号'));
  for (let times = 0; times < 6; times += 1) note(`最长的公告，第 ${times + 2} 段`, opening, await phone.trafficOf(() => phone.reachBottom()));
  expect(phone.page.labels).toContain('继续往下看');
  expect(overBudget()).toEqual([]);
}, patienceMilliseconds);

test('a withdrawn announcement says so and offers nothing to keep or send', async () => {
  const phone = phoneInFront();
  await phone.start(paths.announcement('7'));
  expect(phone.page.text).toContain('撤回');
  expect(phone.page.text).toContain('名单有误');
  expect(phone.page.labels).not.toContain('收藏');
});

test('an old version says at once that it does not hold', async () => {
  const phone = phoneInFront();
  await phone.start(paths.announcementVersion('5', 1));
  note('旧版本', firstRender, phone.traffic);
  expect(phone.page.text).toContain('这是旧内容，已经不作数');
  expect(phone.page.labels).toContain('看现在的内容');
  expect(overBudget()).toEqual([]);
});

test('the list with all its choices is drawn in little, and narrowing it sends little', async () => {
  const phone = phoneInFront();
  await phone.start(paths.announcements);
  note('公告列表', firstRender, phone.traffic);
  expect(phone.page.text).toContain('共 1000+ 条');
  note('部门', opening, await phone.trafficOf(() => phone.tap('部门：全部部门')));
  note('还有 35 个', opening, await phone.trafficOf(() => phone.tap('还有 35 个')));
  await phone.tap('部门：全部部门');
  note('政策文件', opening, await phone.trafficOf(() => phone.tap('政策文件')));
  note('下一页', opening, await phone.trafficOf(() => phone.reachBottom()));
  expect(overBudget()).toEqual([]);
});
