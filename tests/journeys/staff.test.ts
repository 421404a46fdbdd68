import { guideAddress, guideName } from './town/pages';
import { becomeStaff, signInAs } from './town/signIn';
import { Town } from './town/town';

let town: Town;
beforeAll(async () => {
  town = await Town.open();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const workbench = '/features/staff/pages/workbench/index';

test('an invited editor becomes a staff member, sees what a citizen reported, and closes it', async () => {
  const citizen = await town.visit();
  await citizen.open(await guideAddress(town));
  await citizen.press('内容有误？', 'link');
  await citizen.press('电话');
  await citizen.page.getByRole('textbox', { name: /写的是什么/ }).fill('咨询电话换成了新号码，旧的打不通');
  await citizen.press('发送');
  await citizen.page.getByRole('heading', { name: '已收到您的反馈' }).first().waitFor();

  const editor = await town.visit();
  await becomeStaff(town, editor, '沈知微');
  await editor.page.getByRole('heading', { name: '等着您处理：1 条反馈' }).waitFor();
  await editor.press(/^群众的反馈/, 'link');
  await editor.press(new RegExp(`^${guideName} · 电话`));
  await editor.sees('咨询电话换成了新号码，旧的打不通');
  await editor.press('处理完毕');
  await editor.sees('请选一项。');
  await editor.press('已改正');
  await editor.page.getByRole('textbox', { name: '说明（选填）' }).fill('已换成新号码');
  await editor.press('处理完毕');
  await editor.sees('没有待处理的反馈');
  await editor.press('已处理');
  await editor.press(new RegExp(`^${guideName} · 电话`));
  await editor.sees(/已换成新号码/);

  await editor.open('/pages/my/index');
  await editor.press(/^工作台/, 'link');
  await editor.page.getByRole('heading', { name: '没有等着您处理的事' }).waitFor();
});

test('an administrator sees what people searched for in vain', async () => {
  const citizen = await town.visit();
  await citizen.open(`/features/service-guides/pages/search/index?query=${encodeURIComponent('挖掘机操作证 13800000000')}`);
  const administrator = await town.visit({ viewport: { width: 1280, height: 800 }, isMobile: false });
  await becomeStaff(town, administrator, '许文清');
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
