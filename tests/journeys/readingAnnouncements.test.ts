import { source as axeSource, type AxeResults } from 'axe-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareAnnouncements, type ReadableAnnouncements } from '../support/readableAnnouncements';
import { signInAs } from './town/signIn';
import { targetsBelow } from './town/targets';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;
let ids: ReadableAnnouncements;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'announcements-'));
  ids = await prepareAnnouncements(folder);
  town = await Town.open({ DATA_DIR: folder, SEED_DEMO: 'false' });
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true, force: true });
});

const listPath = '/features/announcements/pages/list/index';
const detailPath = (id: string): string => `/features/announcements/pages/detail/index?announcementId=${id}`;
const versionPath = (id: string, version: number): string => `/features/announcements/pages/version/index?announcementId=${id}&version=${version}`;
const pages = () => [
  { name: 'list', path: listPath },
  { name: 'list, searched', path: `${listPath}?query=${encodeURIComponent('停水')}` },
  { name: 'list, nothing found', path: `${listPath}?query=qqqq` },
  ...Object.entries(ids).map(([name, id]) => ({ name, path: detailPath(id) })),
  { name: 'unknown', path: detailPath('987654321') },
  { name: 'old version', path: versionPath(ids.rich, 1) },
  { name: 'version of a withdrawn one', path: versionPath(ids.withdrawn, 1) },
];
const expectedFailures = /status of (404|410) .*\/announcements\//;

async function findings(visit: Visit, name: string): Promise<string[]> {
  await visit.page.evaluate(axeSource);
  const { violations } = await visit.page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${name}: ${id} ${html.slice(0, 200)}`));
}

test('somebody sees the urgent notice first, goes on to all announcements, narrows them and reads one', async () => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  await visit.sees('暴雨橙色预警：今天下午政务大厅暂停办理');
  await visit.press('全部公告', 'link');
  await visit.sees('共 28 条');
  await visit.press('政策文件');
  await visit.sees('共 2 条');
  await visit.page.getByRole('combobox', { name: '年份' }).selectOption('2025年');
  await visit.sees('共 1 条');
  await visit.sees('已废止');
  await visit.page.getByRole('combobox', { name: '年份' }).selectOption('2026年');
  await visit.press(/若干措施/, 'link');
  await visit.page.getByRole('heading', { level: 1, name: /若干措施/ }).waitFor();
  await visit.sees('现行有效');
  await visit.sees(/已更正 1 次，最近一次 10月22日.*施行日期写错/);
  await visit.press(/^更正记录/);
  await visit.press('看第 1 版', 'link');
  await visit.sees(/这是旧内容，已经不作数/);
  await visit.press('看现在的内容', 'link');
  await visit.press(/一图读懂/, 'link');
  await visit.page.getByRole('heading', { level: 1, name: /一图读懂/ }).waitFor();
});

test('what was withdrawn, archived, repealed or never there says so', async () => {
  const visit = await town.visit();
  visit.allow(expectedFailures);
  await visit.open(detailPath(ids.withdrawn));
  await visit.sees(/撤回，内容不再有效。原因：名单有误/);
  expect(await visit.page.getByRole('button', { name: '收藏' }).count()).toBe(0);
  await visit.open(detailPath(ids.archived));
  await visit.sees(/归档，仅供查阅/);
  await visit.open(detailPath(ids.repealed));
  await visit.sees('这份文件已经废止，不再执行。');
  await visit.open(detailPath('987654321'));
  await visit.sees('没有找到这条公告');
  await visit.open(versionPath(ids.withdrawn, 1));
  await visit.sees('这份公告已经撤回');
});

test('the search of guides also finds announcements, and the list has all of them', async () => {
  const visit = await town.visit();
  await visit.open(`/features/service-guides/pages/search/index?query=${encodeURIComponent('供水管网检修')}`);
  await visit.press(/^查看全部 \d+ 条公告$/, 'link');
  await visit.sees('返回全部公告');
  await visit.sees(/^找到 \d+ 条$/);
});

test('guides and offices tell of the notices that concern them', async () => {
  const visit = await town.visit();
  await visit.open('/features/offices/pages/detail/index?officeCode=YX-ZX');
  await visit.press('身份证窗口周末延长办理时间', 'link');
  await visit.page.getByRole('heading', { level: 1, name: '身份证窗口周末延长办理时间' }).waitFor();
  await visit.open('/features/service-guides/pages/detail/index?guideId=1');
  await visit.sees('身份证窗口周末延长办理时间');
});

test('a citizen keeps an announcement and finds it again', async () => {
  const visit = await town.visit();
  await signInAs(visit, '周桂兰');
  await visit.open(detailPath(ids.rich));
  await visit.press('收藏');
  await visit.sees(/已收藏/);
  await visit.open('/features/favourites/pages/list/index');
  await visit.press('公告');
  await visit.press(/若干措施/, 'link');
  await visit.page.getByRole('heading', { level: 1, name: /若干措施/ }).waitFor();
});

test('a table is moved within its box, and the longest text can be read to its end', async () => {
  const visit = await town.visit();
  await visit.open(detailPath(ids.longest));
  const { content, width } = await visit.page.evaluate(() => ({ content: document.documentElement.scrollWidth, width: window.innerWidth }));
  expect(content).toBeLessThanOrEqual(width);
  for (let presses = 0; presses < 20; presses += 1) {
    const more = visit.page.getByRole('button', { name: '继续往下看' });
    if ((await more.count()) === 0) break;
    await more.tap();
  }
  await visit.sees('最后一句话。');
});

const modes = [
  ['standard mode', {}, false],
  ['elder mode', {}, true],
  ['dark mode', { colorScheme: 'dark' as const }, false],
] as const;

test.each(modes)('axe finds nothing serious on the pages of announcements in %s', async (_name, options, isElder) => {
  const visit = await town.visit(options);
  visit.allow(expectedFailures);
  if (isElder) {
    await visit.open('/pages/home/index');
    await visit.press('长辈版');
  }
  const found: string[] = [];
  for (const { name, path } of pages().filter((page) => page.name !== 'longest')) {
    await visit.open(path);
    found.push(...(await findings(visit, name)));
  }
  expect(found).toEqual([]);
});

test('everything on the pages of announcements is large enough to be tapped, and no page has to be moved sideways', async () => {
  const visit = await town.visit();
  visit.allow(expectedFailures);
  // A link inside a sentence is as high as its line.
  const own = pages().filter(({ name }) => name !== 'longest' && name !== 'rich' && name !== 'old version');
  expect(await targetsBelow(44, visit, own)).toEqual([]);
  await visit.page.setViewportSize({ width: 320, height: 568 });
  const wide: string[] = [];
  for (const { name, path } of pages()) {
    await visit.open(path);
    const content = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    if (content > 320) wide.push(`${name}: ${content}`);
  }
  expect(wide).toEqual([]);
});
