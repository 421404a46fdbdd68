import { agreeAs, chooseCitizen, codeSentTo, signInAs } from './town/signIn';
import { guideAddress } from './town/pages';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;
/** The focus may follow the drawing, but not by much. */
const focusMilliseconds = 3_000;
const sessionsPath = '/features/account/pages/sessions/index';
const favouritesPath = '/features/favourites/pages/list/index';

beforeAll(async () => {
  town = await Town.open();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const fieldError = (visit: Visit, id: string): Promise<string> => visit.page.locator(`#${id}-error`).innerText();

test('a phone number is bound by the code from the message, and a wrong code keeps what was typed', async () => {
  const visit = await town.visit();
  visit.allow(/status of 422 .*\/citizens\/current\/phone-number$/);
  await signInAs(visit, '周桂兰');
  await visit.press(/^手机号/, 'link');
  await visit.page.getByRole('heading', { name: '还没有绑定手机号' }).waitFor();

  const numberField = visit.page.getByRole('textbox', { name: '手机号' });
  const codeField = visit.page.getByRole('textbox', { name: '验证码' });
  await numberField.fill('1990000');
  await visit.press('获取验证码');
  await visit.page.getByRole('alert').waitFor();
  expect(await fieldError(visit, 'phone-number')).toBe('请输入 11 位中国大陆手机号');

  await numberField.fill('19900000001');
  await visit.press('获取验证码');
  await visit.sees('验证码已发到 19900000001，请查看短信。');
  const code = await codeSentTo(town, '19900000001');
  const wrongCode = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await codeField.fill(wrongCode);
  await visit.press('绑定手机号');

  const summary = visit.page.getByRole('alert');
  await summary.waitFor();
  const words = '验证码不正确，请核对短信后重新输入。';
  expect(await summary.innerText()).toContain(words);
  expect(await fieldError(visit, 'phone-code')).toBe(words);
  await visit.page.locator('[role=alert]:focus').waitFor({ timeout: focusMilliseconds });
  expect([await numberField.inputValue(), await codeField.inputValue()]).toEqual(['19900000001', wrongCode]);
  await summary.getByRole('button', { name: words }).tap();
  expect(await codeField.evaluate((element) => element === document.activeElement)).toBe(true);

  await codeField.fill(code);
  await visit.press('绑定手机号');
  await visit.page.getByRole('heading', { name: '已绑定 199****0001' }).waitFor();
  expect(await visit.page.getByRole('alert').count()).toBe(0);

  await visit.press('返回');
  await visit.sees('199****0001');
  await visit.press(/^手机号/, 'link');
  await visit.press('解绑手机号');
  await visit.page.getByRole('heading', { name: '还没有绑定手机号' }).waitFor();
});

test('somebody sees where they are signed in, ends another sign-in, and signs out', async () => {
  const desk = await town.visit();
  const handset = await town.visit({ userAgent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile' });
  await signInAs(handset, '林秋月');
  await signInAs(desk, '林秋月');

  await desk.press('登录与账号', 'link');
  await desk.sees('共 2 处登录。不是您本人的，请退出。');
  await desk.sees('本机');
  await desk.sees('安卓手机 · 浏览器');
  await desk.press(/^退出/);
  await desk.sees('共 1 处登录。不是您本人的，请退出。');

  handset.allow(/status of 401/);
  await handset.open(favouritesPath);
  await handset.page.getByRole('heading', { name: '登录后查看' }).waitFor();

  await desk.press('返回');
  await desk.press('退出登录');
  await desk.page.getByRole('heading', { name: '未登录' }).waitFor();
  await desk.open(favouritesPath);
  await desk.page.getByRole('heading', { name: '登录后查看' }).waitFor();
});

test('an act of somebody whose sign-in was ended elsewhere goes on after signing in again', async () => {
  const here = await town.visit();
  const elsewhere = await town.visit();
  here.allow(/status of 401/);
  const guide = await guideAddress(town);
  await signInAs(here, '何远山');
  await signInAs(elsewhere, '何远山');
  await here.open(guide);
  await elsewhere.open(sessionsPath);
  await elsewhere.press(/^退出/);
  await elsewhere.sees(/^共 1 处登录/);

  await here.press('收藏');
  await chooseCitizen(here, '何远山');
  await here.sees('已收藏，可以在“我的”里找到。');
  expect(here.where()).toBe(guide);
  await here.press('取消收藏');
  await here.sees('已取消收藏。');
});

test('a page that needs a citizen asks to sign in and then shows itself', async () => {
  const visit = await town.visit();
  await visit.open(favouritesPath);
  await visit.press('微信登录');
  await agreeAs(visit, '何远山');
  await visit.page.getByRole('heading', { name: '还没有收藏' }).waitFor();
  expect(visit.where()).toBe(favouritesPath);
});

test('an account is deleted after a second question, and nothing of it is left', async () => {
  const visit = await town.visit();
  const guide = await guideAddress(town);
  await signInAs(visit, '陈小川');
  await visit.open(guide);
  await visit.press('收藏');
  await visit.sees('已收藏，可以在“我的”里找到。');

  await visit.open(sessionsPath);
  await visit.press('注销账号');
  await visit.press('不注销');
  await visit.press('注销账号');
  expect(visit.calls()).not.toContain('DELETE /api/v1/citizens/current');
  await visit.press('确定注销，删除全部资料');
  await visit.page.getByRole('heading', { name: '登录后查看' }).waitFor();
  expect(await visit.page.evaluate(() => JSON.stringify({ ...window.localStorage }))).not.toContain('token');

  await signInAs(visit, '陈小川');
  await visit.press('我的收藏', 'link');
  await visit.page.getByRole('heading', { name: '还没有收藏' }).waitFor();
});

test('somebody who deletes the account is told that it is done', async () => {
  const visit = await town.visit();
  await signInAs(visit, '何远山');
  await visit.open(sessionsPath);
  await visit.press('注销账号');
  await visit.press('确定注销，删除全部资料');
  await visit.page.getByRole('heading', { name: '登录后查看' }).or(visit.page.getByText('已注销')).first().waitFor();
  expect(await visit.page.getByRole('main').filter({ visible: true }).innerText()).toContain('已注销');
});
