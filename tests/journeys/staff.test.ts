import type { BrowserContextOptions } from 'playwright-core';
import { guideAddress, guideName } from './town/pages';
import { becomeStaff, signInAs } from './town/signIn';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;
beforeAll(async () => {
  town = await Town.open();
  await becomeStaff(town, await town.visit(), '许文清');
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const workbench = '/features/staff/pages/workbench/index';
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, isMobile: false };

/** The administrator, who has accepted, at a computer and on the workbench. */
async function administratorAtADesk(): Promise<Visit> {
  const visit = await town.visit(desk);
  await signInAs(visit, '许文清');
  await visit.press('工作台', 'link');
  return visit;
}

test('an invited editor becomes a staff member, sees what a citizen reported, and closes it', async () => {
  const citizen = await town.visit();
  await citizen.open(await guideAddress(town));
  await citizen.press('内容有误？', 'link');
  await citizen.press('电话');
  await citizen.page.getByRole('textbox', { name: /写的是什么/ }).fill('咨询电话换成了新号码，旧的打不通');
  await citizen.press('发送');
  await citizen.page.getByRole('heading', { name: '已收到您的反馈' }).first().waitFor();

  const elsewhere = await town.visit(desk);
  await signInAs(elsewhere, '沈知微');
  await elsewhere.open(workbench);
  await elsewhere.page.getByRole('heading', { name: '这里是工作人员的页面' }).waitFor();

  const editor = await town.visit();
  await becomeStaff(town, editor, '沈知微');
  // Signed in there before accepting here: let in without signing in again.
  await elsewhere.open(workbench);
  await elsewhere.page.getByRole('heading', { name: /^沈知微/ }).waitFor();

  // Beside the report the demo's drafts and yearly looks wait.
  await editor.page.getByRole('heading', { name: /^等着您办：\d+ 件/ }).waitFor();
  await editor.press(new RegExp(`^${guideName}`), 'link');
  await editor.press(new RegExp(`^${guideName} · 电话`));
  await editor.sees('咨询电话换成了新号码，旧的打不通');
  await editor.press('处理完毕');
  await editor.sees('请选一项。');
  await editor.press('已改正');
  await editor.page.getByRole('textbox', { name: '说明（选填）' }).fill('已换成新号码');
  await editor.press('处理完毕');
  await editor.sees('没有待处理的反馈');
  await editor.sees(/^FK\d+-\d+ 已处理完毕。$/);
  await editor.press('已处理');
  await editor.press(new RegExp(`^${guideName} · 电话`));
  await editor.sees(/已换成新号码/);

  await editor.open('/pages/my/index');
  await editor.press(/^工作台/, 'link');
  await editor.page.getByRole('heading', { name: /^等着您办：\d+ 件/ }).waitFor();
  expect(await editor.page.getByRole('link', { name: new RegExp(`^${guideName}.*反馈`) }).count()).toBe(0);
});

test('at a desk the report stands beside the list, and the keyboard goes to it and stays', async () => {
  const citizen = await town.visit();
  for (const [kind, words] of [
    ['建议', '字再大一点'],
    ['打不开或出错', '收藏打不开'],
  ] as const) {
    await citizen.open('/features/help/pages/feedback/index');
    await citizen.press(kind);
    await citizen.page.getByRole('textbox', { name: /^请说说/ }).fill(words);
    await citizen.press('发送');
    await citizen.page.getByRole('heading', { name: '已收到您的反馈' }).first().waitFor();
  }

  const administrator = await administratorAtADesk();
  await administrator.press(/^群众的反馈/, 'link');
  const { page } = administrator;
  const pane = page.getByRole('region', { name: '选中的反馈' });
  const hasFocus = () => pane.evaluate((element) => document.activeElement === element);
  const row = page.getByRole('button', { name: /^小程序 · 建议/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await pane.getByText('字再大一点').waitFor();
  expect([await row.getAttribute('aria-pressed'), await hasFocus()]).toEqual(['true', true]);
  const [left, right] = [await row.boundingBox(), await pane.boundingBox()];
  expect((left?.x ?? Infinity) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);

  await page.setViewportSize({ width: 899, height: 800 });
  await pane.waitFor({ state: 'detached' });
  await administrator.sees('字再大一点');
  await page.setViewportSize({ width: 1280, height: 800 });

  await pane.getByRole('button', { name: '已说明' }).focus();
  await page.keyboard.press('Space');
  await pane.getByRole('button', { name: '处理完毕' }).focus();
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'detached' });
  await administrator.sees(/已处理完毕。$/);
  expect(await hasFocus()).toBe(true);
  await page.getByRole('button', { name: /^小程序 · 打不开或出错/ }).waitFor();
});

test('an administrator sees what people searched for in vain', async () => {
  const citizen = await town.visit();
  await citizen.open(`/features/service-guides/pages/search/index?query=${encodeURIComponent('挖掘机操作证 13800000000')}`);
  const administrator = await administratorAtADesk();
  await administrator.press(/^没有搜到的说法/, 'link');
  await administrator.sees('挖掘机操作证 ＊');
  await administrator.sees(/1 次，最近一次/);
});

test('an invitation that is used up, and the workbench without being staff, say what to do', async () => {
  const visit = await town.visit();
  visit.allow(/status of 404 .*\/staff-invitations\//);
  await visit.open(`/features/staff/pages/invitation/index?token=${'A'.repeat(43)}`);
  await visit.page.getByRole('heading', { name: '这份邀请不能用了' }).waitFor();
  await signInAs(visit, '周桂兰');
  expect(await visit.page.getByRole('link', { name: '工作台' }).count()).toBe(0);
  await visit.open(workbench);
  await visit.page.getByRole('heading', { name: '这里是工作人员的页面' }).waitFor();
});
