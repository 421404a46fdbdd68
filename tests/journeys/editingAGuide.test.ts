import type { BrowserContextOptions } from 'playwright-core';
import { eventually } from '../support/eventually';
import { guideName } from './town/pages';
import { becomeStaff } from './town/signIn';
import { Town } from './town/town';

let town: Town;
beforeAll(async () => {
  town = await Town.open();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, isMobile: false };
const newWord = '挖土机师傅补身份证';

test('an editor changes a guide at a desk, another person approves it, and a citizen finds it by the new words', async () => {
  const editor = await town.visit(desk);
  await becomeStaff(town, editor, '沈知微');
  await editor.press(/^编写办事指南/, 'link');
  await editor.press('找一份来改');
  await editor.page.getByRole('searchbox', { name: '名称或编码里的字' }).fill(guideName);
  await editor.press(new RegExp(`^${guideName}`), 'link');
  const { page } = editor;
  await page.getByRole('navigation', { name: '指南的各部分' }).waitFor();

  const keywords = page.getByRole('textbox', { name: /^搜索关键词/ });
  await keywords.fill(`${await keywords.inputValue()}\n${newWord}`);
  await editor.sees('已经存好');
  await editor.press('提交审核');
  await editor.sees('待审核');
  // Whoever wrote it is not offered to approve it.
  expect(await page.getByRole('button', { name: '通过并发布' }).count()).toBe(0);

  const approver = await town.visit(desk);
  await becomeStaff(town, approver, '陆怀瑾');
  await approver.press(/^编写办事指南/, 'link');
  await approver.press('等我审核');
  await approver.press(new RegExp(`^${guideName}`), 'link');
  await approver.sees(new RegExp(newWord));
  await approver.press('通过并发布');
  await approver.sees('已发布');

  const citizen = await town.visit();
  // The search follows within two seconds.
  await eventually(async () => {
    await citizen.open(`/features/service-guides/pages/search/index?query=${encodeURIComponent('挖土机师傅')}`);
    expect(await citizen.page.getByRole('link', { name: new RegExp(guideName) }).count()).toBeGreaterThan(0);
  });
});
