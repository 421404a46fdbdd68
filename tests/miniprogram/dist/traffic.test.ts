import { paths } from '../../../src/paths';
import type { Phone, Traffic } from '../../support/miniprogramPhone';
import { kilobyte, packageOf, packages } from '../../support/miniprogramPackages';
import { pagesOf, signIn } from '../../support/miniprogramPages';
import { printTable } from '../../support/miniprogramTable';
import { PhoneTown } from '../../support/miniprogramTown';

/** At most two setData each: one for the person's act, one for the answer. Bytes as measured on old phones. */
const mostCalls = 2;
const budgets = { 'first render': 30 * kilobyte, 'rows or section': 12 * kilobyte, 'other tap': 4 * kilobyte };
type Kind = keyof typeof budgets;

/** WeChat warns from 1,000 nodes and a depth of 30 on. */
const mostNodes = 1000;
const deepest = 30;

/** More than a page of favourites. */
const keptGuides = 25;

interface Row extends Traffic {
  what: string;
  kind: Kind;
}

let town: PhoneTown;
const measured: (Row & { packageName: string; nodes: number; depth: number })[] = [];

beforeAll(async () => {
  town = await PhoneTown.open();
  await town.keepGuides('grandmother', keptGuides);
});
afterAll(async () => {
  await town.close();
  const sizes = new Map(packages().map(({ name, bytes }) => [name, Number((bytes / kilobyte).toFixed(1))]));
  const rows = measured.map((row) => [row.what, row.kind, row.calls, row.bytes, budgets[row.kind], row.nodes, row.depth, row.packageName, sizes.get(row.packageName) ?? 0]);
  printTable('小程序的 setData', ['what', 'kind', 'setData', 'bytes', 'budget', 'nodes', 'depth', 'package', 'KB'], rows);
});

function note(phone: Phone, what: string, kind: Kind, { calls, bytes }: Traffic): void {
  measured.push({ what, kind, calls, bytes, ...phone.page.size, packageName: packageOf(phone.page.path) });
}

/** What went over its budget among what was measured since. */
const overBudget = (from: number): Row[] => measured.slice(from).filter(({ kind, calls, bytes }) => calls > mostCalls || bytes > budgets[kind]);

async function tap(phone: Phone, label: string, kind: Kind, what = label): Promise<void> {
  note(phone, `${phone.page.title}：${what}`, kind, await phone.trafficOf(() => phone.tap(label)));
}

/** The labels of what is closed on the page and can be opened. */
const closedParts = (phone: Phone): string[] => phone.page.nodes.flatMap(({ attributes }) => (attributes.get('aria-expanded') === 'false' ? [attributes.get('aria-label') ?? ''] : []));

test.each([
  ['a visitor', undefined, ''],
  ['a citizen who is signed in', 'grandmother', '（已登录）'],
  ['an editor', 'government_editor', '（编辑）'],
  ['an auditor', 'auditor', '（审计）'],
])('for %s, every page is drawn in two steps and few bytes', async (_who, citizenId, mark) => {
  const from = measured.length;
  const phone = town.phone(citizenId ?? 'grandmother');
  if (citizenId !== undefined) await signIn(phone);
  for (const { name, url } of await pagesOf(town)) {
    await phone.start(url);
    note(phone, `${name}${mark}`, 'first render', phone.traffic);
  }
  expect(overBudget(from)).toEqual([]);
  expect(measured.slice(from).filter(({ nodes, depth }) => nodes >= mostNodes || depth >= deepest)).toEqual([]);
}, 120_000);

test('rows that are loaded and parts that are opened send little', async () => {
  const from = measured.length;
  const phone = town.phone();
  await phone.start(paths.serviceGuides);
  const more = phone.page.labels.find((label) => label.startsWith('还有'));
  if (more !== undefined) await tap(phone, more, 'rows or section');
  for (const way of ['企业和单位办事', '人生大事', '按部门', '按大厅', '按主题']) await tap(phone, way, 'rows or section');

  await phone.start(paths.guideList('officeCode', 'YX-ZX'));
  note(phone, '大厅的事项：下一页', 'rows or section', await phone.trafficOf(() => phone.reachBottom()));
  await tap(phone, '个人', 'rows or section');

  await phone.start(paths.search);
  await phone.type('您要办什么', '证');
  await tap(phone, '搜索', 'rows or section');
  note(phone, '搜索：下一页', 'rows or section', await phone.trafficOf(() => phone.reachBottom()));

  await phone.start(paths.office('YX-ZX'));
  for (const floor of phone.page.labels.filter((label) => label.endsWith('个窗口'))) await tap(phone, floor, 'rows or section');

  await phone.start(paths.help);
  await tap(phone, '没有网络能用吗', 'rows or section');

  await phone.start(paths.guide((await town.guideNamed('居民身份证补领')).id));
  // Every part, and within the parts every answer and every material.
  for (const label of closedParts(phone)) await tap(phone, label, 'rows or section');
  for (const label of closedParts(phone)) await tap(phone, label, 'rows or section');

  await signIn(phone);
  await phone.start(paths.favourites);
  note(phone, '我的收藏：下一页', 'rows or section', await phone.trafficOf(() => phone.reachBottom()));
  expect(overBudget(from)).toEqual([]);
});

test('any other tap sends next to nothing', async () => {
  const from = measured.length;
  const phone = town.phone('young_father');
  await phone.start(paths.home);
  await tap(phone, '换成长辈版，字更大', 'other tap');
  await tap(phone, '换成标准版', 'other tap');

  await phone.start(paths.search);
  for (const text of ['身', '身份', '身份证', 'shen', '身份证丢了', '']) note(phone, `搜索办事指南：输入“${text}”`, 'other tap', await phone.trafficOf(() => phone.typeAndPause('您要办什么', text)));
  await phone.typeAndPause('您要办什么', '身份证');
  await phone.tap('搜索');
  note(phone, '搜索办事指南：有结果时输入', 'other tap', await phone.trafficOf(() => phone.typeAndPause('您要办什么', '社保卡')));
  await phone.start(paths.search);
  await tap(phone, '清除最近搜过', 'other tap');

  await phone.start(paths.feedback);
  await tap(phone, '建议', 'other tap');
  note(phone, '意见反馈：输入', 'other tap', await phone.trafficOf(() => phone.type('请说说是怎么回事', '好')));
  await tap(phone, '发送', 'other tap', '发送，没有写全');
  await phone.type('请说说是怎么回事', '希望列表里的字再大一些');
  await tap(phone, '发送', 'rows or section');

  const guide = await town.guideNamed('居民身份证补领');
  await phone.start(paths.guide(guide.id));
  await tap(phone, guide.content.requiredMaterials?.[0]?.name ?? '', 'other tap', '勾选材料');
  await tap(phone, '复制清单文字', 'other tap');
  await tap(phone, '收藏', 'other tap');
  await tap(phone, '不同意', 'other tap');
  await tap(phone, '收藏', 'other tap', '再点收藏');
  await tap(phone, '同意并登录', 'other tap');
  await tap(phone, '取消收藏', 'other tap');
  await tap(phone, '收藏', 'other tap', '收藏（已登录）');

  await phone.start(paths.my);
  await tap(phone, '长辈版，字更大', 'other tap');
  await tap(phone, '退出登录', 'other tap');
  await tap(phone, '微信登录', 'other tap');
  await tap(phone, '同意并登录', 'other tap');

  await phone.start(paths.sessions);
  await tap(phone, '注销账号', 'other tap');
  await tap(phone, '不注销', 'other tap');
  expect(overBudget(from)).toEqual([]);
});
