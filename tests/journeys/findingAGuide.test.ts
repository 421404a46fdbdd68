import { guideName, officeName, officePath, searchEntrance, searchPage } from './town/pages';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const field = (visit: Visit) => visit.page.getByRole('searchbox', { name: '您要办什么' });
const suggestions = (visit: Visit) => visit.page.getByRole('navigation', { name: '搜索建议' });
const guideOpens = (visit: Visit) => visit.page.getByRole('heading', { level: 1, name: guideName }).waitFor();

test('a question in somebody’s own words finds the guide, and says why', async () => {
  const visit = await town.visit();
  await visit.open('/');
  await visit.press(searchEntrance, 'link');
  await field(visit).fill('我妈的身份证丢了怎么办');
  await visit.press('搜索');
  // Others may be found because they have something in common with this one, and say so.
  const found = visit.page.getByRole('link', { name: new RegExp(`^${guideName}`) });
  await found.waitFor();
  // Name, why it was found, and whose it is.
  expect((await found.innerText()).split('\n').filter((line) => line !== '').length).toBeGreaterThanOrEqual(3);
  await found.tap();
  await guideOpens(visit);
});

test('a topic of the home page leads to its guides, and one of them opens', async () => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  await visit.press('证件办理', 'link');
  await visit.page.getByRole('heading', { level: 1, name: '证件办理' }).waitFor();
  await visit.press(new RegExp(guideName), 'link');
  await guideOpens(visit);
  await visit.press('返回');
  await visit.page.getByRole('heading', { level: 1, name: '证件办理' }).waitFor();
});

test.each([
  ['人生大事', /^生孩子/, '生孩子'],
  ['按部门', /^云岫县公安局 /, '云岫县公安局'],
  ['按大厅', new RegExp(`^${officeName}`), officeName],
])('the tab leads to guides %s', async (way, group, heading) => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  await visit.press('全部主题和部门', 'link');
  await visit.press(way);
  expect(await visit.page.getByRole('button', { name: way }).getAttribute('aria-pressed')).toBe('true');
  await visit.press(group, 'link');
  await visit.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await visit.sees(/^共 \d+ 项$/);
});

test('who looks for things for companies sees those only', async () => {
  const visit = await town.visit();
  await visit.open('/pages/service-guides/index');
  await visit.press('按大厅');
  await visit.press(new RegExp(`^${officeName}`), 'link');
  await visit.sees(/^共 \d+ 项$/);
  const count = async () => Number(/共 (\d+) 项/.exec(await visit.page.getByRole('main').filter({ visible: true }).innerText())?.[1]);
  const all = await count();
  await visit.press('企业和单位');
  await visit.settled();
  const forCompanies = await count();
  expect(forCompanies).toBeGreaterThan(0);
  expect(forCompanies).toBeLessThan(all);
});

test('letters of the pinyin are suggested a guide while they are typed, and the keyboard reaches it', async () => {
  const visit = await town.visit();
  await visit.open(searchPage);
  await field(visit).pressSequentially('shenfenzheng', { delay: 20 });
  await suggestions(visit).waitFor();
  // One question for a pause, not one for a letter.
  expect(visit.calls().filter((call) => call.endsWith('/suggestions')).length).toBeLessThan(4);
  const names = await suggestions(visit).getByRole('listitem').allInnerTexts();
  const place = names.findIndex((name) => name.trim() === guideName);
  expect(place).toBeGreaterThanOrEqual(0);
  for (let step = 0; step <= place; step += 1) await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('Enter');
  await guideOpens(visit);
});

test('suggestions go with Escape, and once the search is sent', async () => {
  const visit = await town.visit();
  await visit.open(searchPage);
  await field(visit).fill('身份证');
  await suggestions(visit).waitFor();
  await visit.page.keyboard.press('Escape');
  await suggestions(visit).waitFor({ state: 'detached' });
  await field(visit).fill('身份证丢');
  await suggestions(visit).waitFor();
  await visit.page.keyboard.press('Enter');
  await visit.sees(/^找到 \d+ 项$/);
  expect(await suggestions(visit).count()).toBe(0);
});

test('nothing found: other words, the hotline, the topics, and a word to those who keep the guides', async () => {
  const visit = await town.visit();
  await visit.open(searchPage);
  await field(visit).fill('qqqq');
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('heading', { name: '没有找到“qqqq”' }).waitFor();
  expect(await visit.page.getByRole('link', { name: /政务服务热线/ }).getAttribute('href')).toMatch(/^tel:\d+$/);
  expect(await visit.page.getByRole('link', { name: '告诉我们您要办什么' }).count()).toBe(1);
  await visit.press('按主题和部门找', 'link');
  await visit.page.getByRole('button', { name: '按主题' }).waitFor();
});

test('an earlier search is one tap away, on this device only, until it is cleared', async () => {
  const visit = await town.visit();
  await visit.open(`${searchPage}?query=${encodeURIComponent('社保卡')}`);
  await visit.open(searchPage);
  await visit.press('社保卡');
  expect(await field(visit).inputValue()).toBe('社保卡');
  await visit.sees(/^找到 \d+ 项$/);
  await visit.open(searchPage);
  await visit.press('清除');
  await visit.page.getByRole('button', { name: '社保卡' }).waitFor({ state: 'detached' });
  expect(await visit.page.evaluate(() => JSON.stringify({ ...window.localStorage }))).not.toContain('社保卡');
});

test('an office says where it is, how to get there and which window is on which floor', async () => {
  const visit = await town.visit();
  await visit.open(officePath);
  await visit.page.getByRole('heading', { level: 1, name: officeName }).waitFor();
  await visit.sees(/示范路 1 号/);
  expect(await visit.page.getByRole('link', { name: /导航/ }).getAttribute('href')).toMatch(/^https:\/\//);
  await visit.press(/^一楼/);
  await visit.sees('A01 至 A06');
  await visit.press(/^在这里能办的事/, 'link');
  await visit.press('地址、开放时间和窗口', 'link');
  await visit.page.getByRole('heading', { level: 1, name: officeName }).waitFor();
});
