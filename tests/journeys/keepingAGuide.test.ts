import { agreeAs } from './town/signIn';
import { guideAddress, guideName, searchEntrance } from './town/pages';
import { Town } from './town/town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

test('a citizen finds a guide, ticks off a material, signs in on the way and finds it among the favourites', async () => {
  const visit = await town.visit();
  await visit.open('/');
  await visit.press(searchEntrance, 'link');
  await visit.page.getByRole('searchbox', { name: '您要办什么' }).fill('身份证');
  await visit.press('搜索');
  await visit.sees(/^找到 \d+ 项$/);
  await visit.press(new RegExp(guideName), 'link');
  await visit.page.getByRole('heading', { level: 1, name: guideName }).waitFor();
  const guide = visit.where();

  await visit.press(/居民户口簿/, 'checkbox');
  await visit.sees('已备 1 / 4');
  await visit.page.reload();
  await visit.sees('已备 1 / 4');
  expect(await visit.page.getByRole('checkbox', { name: /居民户口簿/ }).isChecked()).toBe(true);

  await visit.press('收藏');
  await visit.page.getByRole('dialog', { name: '隐私保护说明' }).waitFor();
  expect(visit.askedWeChat()).toBe(false);
  await agreeAs(visit, '周桂兰');

  await visit.sees('已收藏，可以在“我的”里找到。');
  await visit.page.getByRole('button', { name: '取消收藏', exact: true }).waitFor();
  expect(visit.where()).toBe(guide);
  expect(new URL(visit.page.url()).hash).toBe('');
  await visit.sees('已备 1 / 4');

  await visit.open('/pages/my/index');
  await visit.press('我的收藏', 'link');
  await visit.sees('共 1 项');
  await visit.press(new RegExp(guideName), 'link');
  await visit.page.getByRole('button', { name: '取消收藏', exact: true }).waitFor();
});

test('refusing the privacy sheet keeps everything in place and asks nothing of WeChat', async () => {
  const visit = await town.visit();
  const guide = await guideAddress(town);
  await visit.open(guide);
  await visit.press(/居民户口簿/, 'checkbox');

  await visit.press('收藏');
  await visit.press('不同意');
  await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
  await visit.press('收藏');
  await visit.page.getByRole('dialog').waitFor();
  await visit.page.keyboard.press('Escape');
  await visit.page.getByRole('dialog').waitFor({ state: 'detached' });

  expect(visit.where()).toBe(guide);
  await visit.sees('已备 1 / 4');
  await visit.page.getByRole('button', { name: '收藏', exact: true }).waitFor();
  expect(visit.askedWeChat()).toBe(false);
  expect(visit.calls().filter((call) => !call.startsWith('GET '))).toEqual([]);
});

test('the focus stays in the privacy sheet and returns to the button that raised it', async () => {
  const visit = await town.visit();
  await visit.open(await guideAddress(town));
  const button = visit.page.getByRole('button', { name: '收藏', exact: true });
  await button.focus();
  await visit.page.keyboard.press('Enter');
  const sheet = visit.page.getByRole('dialog');
  await sheet.waitFor();
  for (let step = 0; step < 6; step += 1) {
    await visit.page.keyboard.press('Tab');
    expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await visit.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the privacy policy can be read from the sheet, and the way back leads to the same step', async () => {
  const visit = await town.visit();
  const guide = await guideAddress(town);
  await visit.open(guide);
  await visit.press('收藏');
  await visit.press(/阅读《隐私保护指引》/, 'link');
  await visit.page.getByRole('heading', { level: 1, name: '隐私保护指引' }).waitFor();
  await visit.sees('登录时');
  await visit.press('返回');
  await agreeAs(visit, '陈小川');
  await visit.sees('已收藏，可以在“我的”里找到。');
  expect(visit.where()).toBe(guide);
});

test('a snapshot user is told what to do, and the favourite is kept once a real person signs in', async () => {
  const visit = await town.visit();
  visit.allow(/status of 403 .*\/sessions\/official-account$/);
  const guide = await guideAddress(town);
  await visit.open(guide);
  await visit.press('收藏');
  await agreeAs(visit, '快照页用户');

  await visit.sees('现在是微信的预览页面，不能登录');
  await visit.sees(/使用完整服务/);
  expect(visit.page.url()).not.toMatch(/[?&](code|state)=/);

  await visit.press('重新登录');
  await agreeAs(visit, '林秋月');
  await visit.sees('已收藏，可以在“我的”里找到。');
  expect(visit.where()).toBe(guide);
});

test('a return with another state than the one given out signs nobody in and does not spend the code', async () => {
  const visit = await town.visit();
  const guide = await guideAddress(town);
  await visit.open(guide);
  await visit.press('收藏');
  await visit.press('同意并登录');
  await visit.page.getByRole('heading', { name: '微信登录（模拟）' }).waitFor();

  // What a stranger would send: a link that carries a good code of the stranger's own.
  const choice = new URL((await visit.page.getByRole('link', { name: '何远山' }).getAttribute('href')) ?? '', town.sandboxAddress);
  choice.searchParams.set('state', '0'.repeat(32));
  await visit.page.goto(choice.href);

  await visit.sees('登录没有完成，这次登录不是从本页发起的，请重新登录。');
  expect(visit.page.url()).not.toMatch(/[?&](code|state)=/);
  expect(visit.calls()).not.toContain('POST /api/v1/sessions/official-account');
  await visit.open('/pages/my/index');
  await visit.page.getByRole('heading', { name: '未登录' }).waitFor();
});

test('a fault of WeChat during sign-in gives a readable error, and the sign-in can be repeated', async () => {
  const visit = await town.visit();
  visit.allow(/status of 502 .*\/sessions\/official-account$/);
  const guide = await guideAddress(town);
  await visit.open(guide);
  const fault = { path: '/sns/oauth2/access_token', errcode: -1 };
  await fetch(`${town.sandboxAddress}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fault) });
  await visit.press('收藏');
  await agreeAs(visit, '陈小川');
  await visit.sees('暂时连接不上微信，请稍后重试。');
  expect(visit.page.url()).not.toMatch(/[?&](code|state)=/);

  await fetch(`${town.sandboxAddress}/sandbox/faults`, { method: 'DELETE' });
  await visit.press('重新登录');
  await agreeAs(visit, '陈小川');
  await visit.page.getByRole('button', { name: '取消收藏', exact: true }).waitFor();
  expect(visit.where()).toBe(guide);
});

test('going back on the page of WeChat signs nobody in and leaves everything usable', async () => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  await visit.open(await guideAddress(town));
  await visit.press('收藏');
  await visit.press('同意并登录');
  await visit.page.getByRole('heading', { name: '微信登录（模拟）' }).waitFor();
  await visit.page.goBack();
  await visit.page.getByRole('main').waitFor();
  expect(new URL(visit.page.url()).origin).toBe(town.address);

  await visit.press(/我的/, 'link');
  await visit.page.getByRole('heading', { name: '未登录' }).waitFor();
  await visit.press('微信登录');
  await agreeAs(visit, '陈小川');
  await visit.page.getByRole('heading', { name: '已登录' }).waitFor();
  expect(visit.where()).toBe('/pages/my/index');
});
