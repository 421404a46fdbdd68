import { paths } from '../../../src/paths';
import { signIn } from '../../support/miniprogramPages';
import { PhoneTown } from '../../support/miniprogramTown';

const guideName = '居民身份证补领';

let town: PhoneTown;
beforeAll(async () => {
  town = await PhoneTown.open();
});
afterAll(() => town.close());
// A test that failed may have left it stopped.
beforeEach(() => town.startServer());

/** The date that a person in China reads off the calendar now: 11月23日 */
const todayInChina = (): string => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' }).format(new Date());

test('a guide that does not exist is said to be gone, with a way to search', async () => {
  const phone = town.phone();
  for (const guideId of ['987654321', 'cut%20off']) {
    await phone.start(`/features/service-guides/pages/detail/index?guideId=${guideId}`);
    expect(phone.page.text).toContain('没有找到这份办事指南');
    expect(phone.page.labels).toEqual(['重新查找']);
  }
  await phone.tap('重新查找');
  expect(phone.page.path).toBe('features/service-guides/pages/search/index');
});

test('a topic and an office that do not exist are said to be gone, with a way to the others', async () => {
  const phone = town.phone();
  for (const [path, words] of [
    [paths.guideList('topic', 'np.nothing'), '没有找到这一类事项'],
    [paths.guideList('departmentId', 'cut%'), '没有找到这一类事项'],
    ['/features/service-guides/pages/list/index?by=colour&value=red', '没有找到这一类事项'],
    [paths.office('nowhere'), '没有找到这个办事大厅'],
    [paths.office('%E4%B8'), '没有找到这个办事大厅'],
  ] as const) {
    await phone.start(path);
    expect({ path, text: phone.page.text }).toEqual({ path, text: expect.stringContaining(words) });
    expect(phone.page.labels).toHaveLength(1);
  }
  await phone.tap(phone.page.labels[0] ?? '');
  expect(phone.page.path).toBe('pages/service-guides/index');
});

test('without a server, pages that were never read say so and load once it is back', async () => {
  await town.stopServer();
  const phones = [paths.home, paths.serviceGuides, paths.guideList('topic', 'np.household'), paths.office('YX-ZX'), paths.guide('1'), paths.privacyPolicy].map((path) => ({ path, phone: town.phone() }));
  for (const { path, phone } of phones) {
    await phone.start(path);
    expect({ path, text: phone.page.text }).toEqual({ path, text: expect.stringContaining('网络没有连上') });
    await phone.tap('重试');
    expect({ path, text: phone.page.text }).toEqual({ path, text: expect.stringContaining('网络没有连上') });
    phone.end();
  }
  const { phone } = phones[0] ?? { phone: town.phone() };
  await phone.start(paths.home);
  await town.startServer();
  await phone.tap('重试');
  expect(phone.page.text).not.toContain('网络没有连上');
  expect(phone.page.labels).toContain('全部主题和部门');
});

test('without a server, what was read before is shown with the date at which it was true', async () => {
  const phone = town.phone();
  const guide = await town.guideNamed(guideName);
  const began = todayInChina();
  for (const path of [paths.home, paths.serviceGuides, paths.guideList('topic', 'np.certificates'), paths.office('YX-ZX'), paths.guide(guide.id)]) await phone.start(path);
  const dates = [began, todayInChina()];

  await town.stopServer();
  const kept = [
    { path: paths.home, content: '证件办理' },
    { path: paths.serviceGuides, content: '证件办理' },
    { path: paths.guideList('topic', 'np.certificates'), content: guideName },
    { path: paths.office('YX-ZX'), content: '示范路 1 号' },
    { path: paths.guide(guide.id), content: guide.content.requiredMaterials?.[0]?.name ?? '' },
  ];
  for (const { path, content } of kept) {
    await phone.start(path);
    expect(phone.page.text).toContain(content);
    const date = /这是 (\d+月\d+日)（周[日一二三四五六]）\d\d:\d\d 保存的内容/.exec(phone.page.text)?.[1];
    expect({ path, isOfToday: dates.includes(date ?? '') }).toEqual({ path, isOfToday: true });
  }

  await town.startServer();
  await phone.tap('重试');
  expect(phone.page.text).not.toContain('保存的内容');
  expect(phone.page.text).toContain(guideName);
});

test('a favourite that could not be sent is not shown as kept', async () => {
  const phone = town.phone('shop_owner');
  const guide = await town.guideNamed(guideName);
  await signIn(phone);
  await phone.start(paths.guide(guide.id));
  await town.stopServer();
  await phone.tap('收藏');
  expect(phone.page.text).toContain('网络没有连上');
  expect(phone.page.labels).toContain('收藏');
  await town.startServer();
  await phone.tap('收藏');
  expect(phone.page.labels).toContain('取消收藏');
  expect(await town.favouritesOf('shop_owner')).toEqual([guideName]);
});
