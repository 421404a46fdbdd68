import { paths } from '../../../src/paths';
import { callJson } from '../../support/miniprogramHttp';
import { signIn } from '../../support/miniprogramPages';
import { PhoneTown } from '../../support/miniprogramTown';

const guideName = '居民身份证补领';

let town: PhoneTown;
beforeAll(async () => {
  town = await PhoneTown.open();
});
afterAll(() => town.close());

test('the first page shows topics, and one of them leads to its guides', async () => {
  const phone = town.phone();
  const home = await phone.start();
  expect(home.title).toBe('云岫政务');
  const topic = home.labels.find((label) => label.startsWith('证件办理'));
  const count = topic?.match(/\d+/)?.[0];
  await phone.tap(topic ?? '');
  expect(phone.page.path).toBe('features/service-guides/pages/list/index');
  expect(phone.page.title).toBe('证件办理');
  expect(phone.page.text).toContain(`共 ${count} 项`);
  expect(phone.page.labels).toContain(guideName);
});

test.each([
  ['人生大事', /^生孩子，/, '生孩子', '新生儿出生登记'],
  ['按部门', /^云岫县公安局，/, '云岫县公安局', guideName],
  ['按大厅', /^云岫县政务服务中心，/, '云岫县政务服务中心', '地址、开放时间和窗口'],
])('the guides can be looked for %s', async (way, group, title, found) => {
  const phone = town.phone();
  await phone.start(paths.serviceGuides);
  await phone.tap(way);
  await phone.tap(phone.page.labels.find((label) => group.test(label)) ?? '');
  expect(phone.page.title).toBe(title);
  expect(phone.page.labels).toContain(found);
});

test('a long list comes twenty rows at a time, without repeating one', async () => {
  const phone = town.phone();
  const page = await phone.start(paths.guideList('officeCode', 'YX-ZX'));
  const rows = () => page.nodes.filter(({ attributes }) => attributes.get('class') === 'list-item').map(({ text }) => text);
  expect(rows()).toHaveLength(20);
  await phone.reachBottom();
  const { total } = await town.guidesOf('YX-ZX');
  expect(rows()).toHaveLength(Math.min(40, total.count));
  expect(new Set(rows()).size).toBe(rows().length);
});

test('a search says how much it found, and a result opens with its materials', async () => {
  const phone = town.phone();
  await phone.start();
  await phone.tap('搜索办事指南');
  await phone.type('您要办什么', '身份证');
  await phone.tap('搜索');
  const { total, items } = await town.search('身份证');
  expect(phone.page.text).toContain(`找到 ${total} 项`);
  expect(phone.page.labels).toEqual(expect.arrayContaining(items.map(({ guide }) => guide.name)));
  for (const { reason } of items) expect(phone.page.text).toContain(reason);

  await phone.tap(guideName);
  const guide = await town.guideNamed(guideName);
  expect(phone.page.query).toEqual({ guideId: guide.id });
  expect(phone.page.text).toContain(guide.content.requiredMaterials?.[0]?.name);

  const home = await phone.start();
  expect(home.text).toContain('最近看过');
  expect(home.labels).toContain(`最近看过：${guideName}`);
  expect(phone.logins).toBe(0);
});

test('keeping a guide asks for consent, signs in through WeChat, and then goes on by itself', async () => {
  const phone = town.phone('young_father');
  const guide = await town.guideNamed(guideName);
  await phone.start(paths.guide(guide.id));
  await phone.tap('收藏');
  expect(phone.page.text).toContain('隐私保护说明');
  expect(phone.logins).toBe(0);

  await phone.tap('同意并登录');
  expect(phone.page.text).not.toContain('隐私保护说明');
  expect(phone.page.text).toContain('已收藏');
  expect(phone.page.labels).toContain('取消收藏');
  expect(phone.logins).toBe(1);
  expect(await town.favouritesOf('young_father')).toEqual([guideName]);
});

test('who declines the consent stays where they are, signed out, and nothing is kept', async () => {
  const phone = town.phone('without_union_id');
  const guide = await town.guideNamed(guideName);
  await phone.start(paths.guide(guide.id));
  await phone.tap('收藏');
  await phone.tap('不同意');
  expect(phone.page.text).not.toContain('隐私保护说明');
  expect(phone.page.labels).toContain('收藏');
  expect(phone.logins).toBe(0);
  expect(await town.favouritesOf('without_union_id')).toEqual([]);
});

test('whom WeChat refuses to sign in reads why on the sheet, and can try again', async () => {
  const phone = town.phone('high_risk');
  const guide = await town.guideNamed(guideName);
  await phone.start(paths.guide(guide.id));
  await phone.tap('收藏');
  await phone.tap('同意并登录');
  expect(phone.page.text).toContain('微信判断此账号存在风险');
  await phone.tap('同意并登录');
  expect(phone.logins).toBe(2);
  await phone.tap('不同意');
  expect(phone.page.labels).toContain('收藏');
});

test('a session that was ended elsewhere is replaced once and silently, although two requests fail at once', async () => {
  const phone = town.phone('shop_owner');
  const guide = await town.guideNamed(guideName);
  await signIn(phone);
  await phone.start(paths.guide(guide.id));
  expect(phone.logins).toBe(1);

  await town.endAllSessions('shop_owner');
  phone.touch('收藏');
  phone.touch('收藏');
  await phone.settled();
  const statuses = phone.sent(`PUT /api/v1/favourites/${guide.id}`).map(({ status }) => status);
  expect(statuses).toEqual([401, 401, 204, 204]);
  expect(phone.logins).toBe(2);
  expect(phone.sent('POST /api/v1/sessions/mini-program')).toHaveLength(2);
  expect(phone.page.text).not.toContain('隐私保护说明');
  expect(phone.page.labels).toContain('取消收藏');
  expect(await town.favouritesOf('shop_owner')).toEqual([guideName]);
});

test('after signing out nothing signs in by itself, not even after a restart', async () => {
  const phone = town.phone('grandmother');
  await signIn(phone);
  await phone.tap('退出登录');
  expect(phone.page.text).toContain('未登录');
  expect(phone.sent('DELETE /api/v1/sessions/current').map(({ status }) => status)).toEqual([204]);

  await phone.tap('我的收藏');
  expect(phone.page.text).toContain('登录后查看');
  const guide = await town.guideNamed(guideName);
  await phone.start(paths.guide(guide.id));
  await phone.start(paths.favourites);
  expect(phone.page.text).toContain('登录后查看');
  expect(phone.logins).toBe(1);
  expect(phone.requests.filter(({ status }) => status === 401)).toEqual([]);
});

test('the phone number comes from the button of WeChat, and only when the person allows it', async () => {
  const phone = town.phone('without_union_id');
  await signIn(phone);
  await phone.start(paths.phoneNumber);
  const button = () => phone.page.tappable('用微信手机号绑定');
  expect(button().attributes.get('open-type')).toBe('getPhoneNumber|agreePrivacyAuthorization');
  phone.page.send(button(), 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
  await phone.settled();
  expect(phone.page.text).toContain('没有取得手机号');

  const { code } = await callJson<{ code: string }>('POST', `${town.sandbox.address}/sandbox/phone-codes`, { body: { citizenId: 'without_union_id' } });
  phone.page.send(button(), 'getphonenumber', { code });
  await phone.settled();
  expect(phone.page.text).toMatch(/已绑定 199\*{4}\d{4}/);
});

test('a shared guide carries its name and opens the same guide on another phone', async () => {
  const guide = await town.guideNamed(guideName);
  const sender = town.phone();
  await sender.start(paths.guide(guide.id));
  const card = sender.share(sender.page.tappable('把清单发给家人'));
  expect(card.title).toContain(guideName);

  sender.end();
  const receiver = town.phone();
  await receiver.start(card.path);
  expect(receiver.page.text).toContain(guideName);
});
