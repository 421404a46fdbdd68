import { paths } from '../../../src/paths';
import { PhoneTown } from '../../support/miniprogramTown';

const guideName = '居民身份证补领';

let town: PhoneTown;
beforeAll(async () => {
  town = await PhoneTown.open();
});
afterAll(() => town.close());

const fieldText = (phone: ReturnType<PhoneTown['phone']>): string | undefined => phone.page.nodes.find(({ tag }) => tag === 'wx-input')?.attributes.get('value');

test('a question in somebody’s own words leads to the guide', async () => {
  const phone = town.phone();
  await phone.start(paths.search);
  await phone.type('您要办什么', '我妈的身份证丢了怎么办');
  await phone.tap('搜索');
  await phone.tap(guideName);
  expect(phone.page.path).toBe('features/service-guides/pages/detail/index');
  expect(phone.page.text).toContain(guideName);
});

test('letters of the pinyin suggest a guide, which opens, and the suggestions go once the search is sent', async () => {
  const phone = town.phone();
  await phone.start(paths.search);
  await phone.typeAndPause('您要办什么', 'shenfenzheng');
  expect(phone.page.labels).toContain(guideName);
  await phone.tap('搜索');
  expect(phone.page.labels.filter((label) => label === guideName)).toHaveLength(1);

  await phone.start(paths.search);
  await phone.typeAndPause('您要办什么', 'shenfenzheng');
  await phone.tap(guideName);
  expect(phone.page.path).toBe('features/service-guides/pages/detail/index');
});

test('what was searched for stays on the device, can be asked again, and can be cleared', async () => {
  const phone = town.phone();
  await phone.start(`${paths.search}?query=${encodeURIComponent('社保卡')}`);
  await phone.start(paths.search);
  await phone.tap('搜索：社保卡');
  expect(fieldText(phone)).toBe('社保卡');
  expect(phone.page.text).toContain('社会保障卡');

  await phone.start(paths.search);
  await phone.tap('清除最近搜过');
  expect(phone.page.labels).not.toContain('搜索：社保卡');
  await phone.start(paths.search);
  expect(phone.page.labels).not.toContain('搜索：社保卡');
});

test('nothing found: whom to call, where to look, and where to say so', async () => {
  const phone = town.phone();
  await phone.start(`${paths.search}?query=qqqq`);
  expect(phone.page.text).toContain('没有找到“qqqq”');
  expect(phone.page.labels.some((label) => label.startsWith('拨打'))).toBe(true);
  await phone.tap('告诉我们您要办什么');
  expect(phone.page.title).toBe('意见反馈');
  await phone.start(`${paths.search}?query=qqqq`);
  await phone.tap('按主题和部门找');
  expect(phone.page.path).toBe('pages/service-guides/index');
});

test('an office opens its map and gives its address, and its windows floor by floor', async () => {
  const phone = town.phone();
  await phone.start(paths.office('YX-ZX'));
  await phone.tap('导航到云岫县政务服务中心');
  expect(phone.placesOpened).toEqual(['云岫县政务服务中心']);
  await phone.tap('复制云岫县政务服务中心的地址');
  expect(phone.clipboard).toContain('示范路 1 号');
  expect(phone.page.text).not.toContain('公安户政');
  await phone.tap(phone.page.labels.find((label) => label.startsWith('一楼')) ?? '');
  expect(phone.page.text).toContain('公安户政');
  expect(phone.page.text).toContain('A01 至 A06');
  await phone.tap(phone.page.labels.find((label) => label.startsWith('在这里能办的事')) ?? '');
  expect(phone.page.title).toBe('云岫县政务服务中心');
});

test('a mistake in a guide is sent once although the button is touched twice, and has a number', async () => {
  const phone = town.phone();
  const { id } = await town.guideNamed(guideName);
  await phone.start(paths.reportGuide(id));
  expect(phone.page.text).toContain(guideName);
  await phone.tap('材料');
  await phone.type('写的是什么，实际是什么', '现场可以免费拍照，不用带照片');
  phone.touch('发送');
  phone.touch('发送');
  await phone.settled();
  expect(phone.page.text).toContain('已收到');
  expect(phone.page.text).toContain('云岫县公安局');
  const sent = phone.requests.filter(({ call }) => call.startsWith('PUT /api/v1/feedback/'));
  expect(sent.map(({ status }) => Math.floor(status / 100))).toEqual([2]);
  await phone.tap('复制编号');
  expect(phone.page.text).toContain(phone.clipboard);
});

test('what was written stays on the phone without a server and over a restart, and is then sent under the same id', async () => {
  const phone = town.phone();
  await phone.start(paths.feedback);
  await phone.tap('打不开或出错');
  await phone.type('请说说是怎么回事', '点了办事以后一直在转圈');
  await town.stopServer();
  await phone.tap('发送');
  expect(phone.page.text).toContain('您写的内容还在这里');
  await town.startServer();

  await phone.start(paths.feedback);
  expect(phone.page.nodes.find(({ tag }) => tag === 'wx-textarea')?.attributes.get('value')).toBe('点了办事以后一直在转圈');
  await phone.tap('发送');
  expect(phone.page.text).toContain('已收到');
  const calls = phone.requests.filter(({ call }) => call.startsWith('PUT ')).map(({ call }) => call);
  expect(calls).toHaveLength(2);
  expect(new Set(calls).size).toBe(1);
});

test('a form that is not filled in says what is missing, on top and at the fields', async () => {
  const phone = town.phone();
  await phone.start(paths.feedback);
  await phone.type('手机号（选填）', '123');
  await phone.tap('发送');
  for (const words of ['请选择是哪一类', '请至少写 5 个字，说说是怎么回事', '请输入 11 位手机号，或者不填']) {
    expect(phone.page.text.split(words)).toHaveLength(3);
  }
  expect(phone.requests.filter(({ call }) => call.startsWith('PUT '))).toEqual([]);
});
