import { demoOfficialAccount } from '../../wechat-sandbox/accounts';
import { guideAddress } from './town/pages';
import { Town } from './town/town';

let town: Town;

beforeAll(async () => {
  // As in production: the page of WeChat opens inside WeChat only.
  town = await Town.open({ WECHAT_OAUTH_OUTSIDE_WECHAT: 'false' });
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

test('outside WeChat the reader is shown a code that opens the same guide in WeChat, and can go on reading', async () => {
  const visit = await town.visit();
  const guide = await guideAddress(town);
  await visit.open(guide);
  await visit.press('收藏');
  await visit.page.getByRole('heading', { name: '请在微信里继续' }).waitFor();
  const code = visit.page.getByRole('img', { name: '用微信扫码继续的二维码' });
  expect(await code.evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(0);
  expect(decodeURIComponent((await code.getAttribute('src')) ?? '')).toContain(guide);
  await visit.press('返回');
  await visit.page.getByRole('button', { name: '收藏', exact: true }).waitFor();
  expect(visit.askedWeChat()).toBe(false);
});

test('inside WeChat the reader is led to the page of WeChat with what WeChat demands', async () => {
  const visit = await town.visit({ userAgent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile MicroMessenger/8.0.50' });
  const guide = await guideAddress(town);
  await visit.open(guide);
  await visit.press('收藏');
  await visit.press('同意并登录');
  await visit.page.getByRole('heading', { name: '微信登录（模拟）' }).waitFor();
  const address = new URL(visit.page.url());
  expect([...address.searchParams.keys()]).toEqual(['appid', 'redirect_uri', 'response_type', 'scope', 'state']);
  expect(address.searchParams.get('appid')).toBe(demoOfficialAccount.appId);
  expect(address.searchParams.get('redirect_uri')).toBe(town.address + guide);
  expect(address.hash).toBe('#wechat_redirect');
});
