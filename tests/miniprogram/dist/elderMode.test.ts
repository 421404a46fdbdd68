import { paths } from '../../../src/paths';
import type { Phone } from '../../support/miniprogramPhone';
import { PhoneTown } from '../../support/miniprogramTown';

let town: PhoneTown;
beforeAll(async () => {
  town = await PhoneTown.open();
});
afterAll(() => town.close());

const isElder = (phone: Phone): boolean => phone.page.nodes.some(({ attributes }) => /\bpage\b.*\bis-elder\b/.test(attributes.get('class') ?? ''));

test('elder mode marks the root of the page, at once on every page, and is still there after a restart', async () => {
  const phone = town.phone();
  await phone.start();
  expect(isElder(phone)).toBe(false);
  await phone.tap('换成长辈版，字更大');
  expect(isElder(phone)).toBe(true);
  await phone.tap('搜索办事指南');
  expect(isElder(phone)).toBe(true);

  await phone.start();
  expect(isElder(phone)).toBe(true);
  expect(phone.page.labels).toContain('换成标准版');
  await phone.tap('换成标准版');
  expect(isElder(phone)).toBe(false);
  await phone.start();
  expect(isElder(phone)).toBe(false);
});

test('elder mode shows fewer things at a time', async () => {
  const phone = town.phone();
  const topics = () => phone.page.labels.filter((label) => /，\d+ 项$/.test(label));
  await phone.start();
  const before = topics();
  await phone.tap('换成长辈版，字更大');
  expect(topics().length).toBeLessThan(before.length);
  expect(topics()).toEqual(before.slice(0, topics().length));
});

test('the switch on the page 我的 says whether elder mode is on', async () => {
  const phone = town.phone();
  await phone.start(paths.my);
  const label = '长辈版，字更大';
  expect(phone.page.tappable(label).attributes.get('aria-checked')).toBe('false');
  await phone.tap(label);
  expect(phone.page.tappable(label).attributes.get('aria-checked')).toBe('true');
  expect(phone.page.tappable(label).attributes.get('aria-role')).toBe('switch');
  expect(isElder(phone)).toBe(true);
});
