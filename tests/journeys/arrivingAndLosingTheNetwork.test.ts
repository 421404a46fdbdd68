import { guideAddress, guideName, searchEntrance, unknownGuide } from './town/pages';
import { Town } from './town/town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const savedContent = /^网络没有连上，这是 \d{1,2}月\d{1,2}日（周[日一二三四五六]）\d{2}:\d{2} 保存的内容。$/;

test('a shared link opens its guide, and the way back leads home', async () => {
  const visit = await town.visit();
  await visit.open(await guideAddress(town));
  await visit.page.getByRole('heading', { level: 1, name: guideName }).waitFor();
  await visit.press('首页');
  await visit.page.getByRole('heading', { level: 1, name: '云岫政务' }).waitFor();
  expect(visit.where()).toBe('/pages/home/index');
  await visit.page.getByRole('link', { name: guideName }).last().tap();
  await visit.press('返回');
  await visit.page.getByRole('heading', { level: 1, name: '云岫政务' }).waitFor();
});

test('the search is ready for typing when it opens', async () => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  await visit.press(searchEntrance, 'link');
  await visit.page.getByRole('searchbox', { name: '您要办什么' }).waitFor();
  await visit.page.locator('input:focus').waitFor({ timeout: 3_000 });
});

test('the list and the link of a guide can be sent to the family', async () => {
  const visit = await town.visit();
  const guide = await guideAddress(town);
  await visit.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: town.address });
  await visit.open(guide);
  await visit.press('把清单发给家人');
  await visit.sees('清单和链接已复制，发给家人即可。');
  const text = await visit.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(new RegExp(`^${guideName}（云岫县公安局）\n要带的材料：\n□ 居民户口簿（原件 1 份`));
  for (const term of ['地点', '时间', '电话', '费用']) expect(text).toContain(`\n${term}：`);
  expect(text.endsWith(`\n${town.address}${guide}`)).toBe(true);
});

test('a guide that does not exist is said to be gone, and the search is one tap away', async () => {
  const visit = await town.visit();
  visit.allow(/status of 404 .*\/service-guides\/987654321$/);
  await visit.open(unknownGuide);
  await visit.page.getByRole('heading', { name: '没有找到这份办事指南' }).waitFor();
  expect(await visit.page.getByRole('button', { name: '重试' }).count()).toBe(0);
  await visit.press('重新查找', 'link');
  await visit.page.getByRole('searchbox', { name: '您要办什么' }).waitFor();
});

test('a mutilated link to a guide is said to lead nowhere', async () => {
  const visit = await town.visit();
  visit.allow(/status of 40[04] .*\/service-guides\//);
  await visit.open(unknownGuide.replace('987654321', '12%E4%B8%AA'));
  await visit.sees('没有找到这份办事指南');
});

test('an address that is no page of the app says so and leads home', async () => {
  const visit = await town.visit();
  await visit.open('/pages/nothing/index');
  await visit.page.getByRole('link', { name: /首页/ }).or(visit.page.getByRole('button', { name: /首页/ })).first().tap();
  await visit.page.getByRole('heading', { level: 1, name: '云岫政务' }).waitFor();
});

test('without a network the last known content is shown with its time, and comes up to date again', async () => {
  const visit = await town.visit();
  visit.allow(/ERR_INTERNET_DISCONNECTED/);
  await visit.open('/pages/home/index');
  await visit.press('证件办理', 'link');
  await visit.sees(/^共 \d+ 项$/);
  await visit.press(new RegExp(guideName), 'link');
  await visit.page.getByRole('heading', { level: 1, name: guideName }).waitFor();
  await visit.press('返回');
  await visit.settled();

  await visit.context.setOffline(true);
  await visit.press(new RegExp(guideName), 'link');
  await visit.sees(savedContent);
  await visit.page.getByRole('heading', { level: 1, name: guideName }).waitFor();
  await visit.context.setOffline(false);
  await visit.press('重试');
  await visit.page.getByText(savedContent).waitFor({ state: 'detached' });
  await visit.page.getByRole('heading', { level: 1, name: guideName }).waitFor();
});

test('what is not known without a network says that it failed, and can be tried again', async () => {
  const visit = await town.visit();
  visit.allow(/ERR_INTERNET_DISCONNECTED/);
  await visit.open('/features/service-guides/pages/search/index');
  await visit.context.setOffline(true);
  await visit.page.getByRole('searchbox', { name: '您要办什么' }).fill('社保');
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('heading', { name: '网络没有连上' }).waitFor();
  await visit.context.setOffline(false);
  await visit.press('重试');
  await visit.sees(/^找到 \d+ 项$/);
  expect(await visit.page.getByRole('searchbox', { name: '您要办什么' }).inputValue()).toBe('社保');
});

test('a page that was never opened before says without a network that it cannot be opened', async () => {
  const visit = await town.visit();
  visit.allow(/ERR_INTERNET_DISCONNECTED|Loading .*chunk/);
  await visit.open('/pages/my/index');
  await visit.context.setOffline(true);
  await visit.press('隐私保护指引', 'link');
  await visit.sees(/网络没有连上/);
});

test('when the server fails, the page says so with a number to quote, and can be tried again', async () => {
  const visit = await town.visit();
  visit.allow(/status of 503/);
  const reply = { code: 'service_unavailable', message: '服务正在启动或维护，请稍后重试。', requestId: '0123456789abcdef' };
  await visit.context.route('**/api/v1/home', (route) => route.fulfill({ status: 503, json: reply }));
  await visit.open('/pages/home/index');
  await visit.page.getByRole('heading', { name: '服务正在维护' }).waitFor();
  await visit.sees('请求编号 0123456789abcdef');
  await visit.context.unroute('**/api/v1/home');
  await visit.press('重试');
  await visit.page.getByRole('link', { name: '全部主题和部门' }).waitFor();
});

test('a policy stops scripts that were slipped into the page, and the journeys notice it', async () => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  await visit.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.slippedIn = true';
    document.head.append(script);
  });
  expect(await visit.page.evaluate(() => 'slippedIn' in window)).toBe(false);
  expect(visit.complaints().join('\n')).toMatch(/policy: script-src-elem/);
  visit.allow(/policy: script-src|inline script/);
});
