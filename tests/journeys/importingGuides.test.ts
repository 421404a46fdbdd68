import type { BrowserContextOptions } from 'playwright-core';
import { becomeStaff, signInAs } from './town/signIn';
import { Town } from './town/town';

let town: Town;
beforeAll(async () => {
  town = await Town.open();
  await becomeStaff(town, await town.visit(), '许文清');
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, isMobile: false };
const table = ['实施编码,事项名称,实施主体,事项类型,受理条件', 'YX-XX-9001,滑翔伞飞行活动备案,云岫县公安局,公共服务,有飞行资格', 'YX-XX-9002,,云岫县公安局,公共服务,'].join('\r\n');

test('a table is chosen, looked at row by row and confirmed, and a citizen finds what it added', async () => {
  const visit = await town.visit(desk);
  await signInAs(visit, '许文清');
  await visit.open('/features/staff/pages/imports/index');
  const chooser = visit.page.waitForEvent('filechooser');
  await visit.press('选择表格（.xlsx、.csv、.json）');
  await (await chooser).setFiles({ name: '新事项.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await visit.page.getByText('新增：滑翔伞飞行活动备案').waitFor({ timeout: 60_000 });
  await visit.sees('事项名称：没有填写');
  await visit.press('确认导入');
  await visit.sees(/有不能导入的行/);
  await visit.page.getByRole('checkbox', { name: /只导入其余的/ }).click();
  await visit.press('确认导入');
  await visit.page.getByText('已经写入，群众看到的就是新的内容。').first().waitFor({ timeout: 60_000 });

  const citizen = await town.visit();
  await citizen.open(`/features/service-guides/pages/search/index?query=${encodeURIComponent('滑翔伞飞行活动备案')}`);
  await citizen.page.getByRole('link', { name: /滑翔伞飞行活动备案/ }).first().waitFor();
});
