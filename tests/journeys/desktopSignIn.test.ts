import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions } from 'playwright-core';
import { guideAddress, guideName } from './town/pages';
import { becomeStaff } from './town/signIn';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;
beforeAll(async () => {
  town = await Town.open();
  // A citizen has reported a mistake and left a number.
  const guideId = new URL(town.address + (await guideAddress(town))).searchParams.get('guideId');
  const body = JSON.stringify({ subject: 'guide', guideId, part: 'phone', description: '咨询电话打不通', contactPhone: '19900004321' });
  await fetch(`${town.address}/api/v1/feedback/${randomUUID()}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const workbench = '/features/staff/pages/workbench/index';
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, isMobile: false };

/** What the desktop shows to be typed and to be compared. */
async function shownOn(desktop: Visit): Promise<{ code: string; number: string }> {
  await desktop.sees(/输入确认码 \d{4}-\d{4}/);
  const words = await desktop.page.getByText(/输入确认码/).innerText();
  return { code: words.match(/\d{4}-\d{4}/)?.[0] ?? '', number: await desktop.page.locator('.phone-request-number').innerText() };
}

/** On the phone: types the digits, compares the number and answers. */
async function answerOn(phone: Visit, { code, number }: { code: string; number: string }, answer: string): Promise<void> {
  await phone.open(workbench);
  await phone.press(/^扫码确认/, 'link');
  await phone.page.getByRole('textbox', { name: '确认码' }).fill(code);
  await phone.press('查看要确认什么');
  await phone.sees(number);
  await phone.press(answer);
}

test('a member signs in at a computer with the phone, has a sensitive act confirmed there, and signs the computer out from it', async () => {
  const phone = await town.visit();
  await becomeStaff(town, phone, '沈知微');
  const desktop = await town.visit(desk);
  await desktop.open(workbench);
  await desktop.page.getByRole('heading', { name: '工作人员用手机扫码登录' }).waitFor();

  await answerOn(phone, await shownOn(desktop), '不是我');
  await phone.page.getByRole('heading', { name: '已拒绝' }).waitFor();
  await desktop.page.getByRole('heading', { name: '手机上点了“不是我”' }).waitFor();
  await desktop.press('重新获取二维码');

  await answerOn(phone, await shownOn(desktop), '是我本人，登录');
  await phone.page.getByRole('heading', { name: '已确认，请看电脑' }).waitFor();
  await desktop.page.getByRole('heading', { name: /^沈知微/ }).waitFor();

  desktop.allow(/status of 403 .*\/contact$/);
  await desktop.press(/^群众的反馈/, 'link');
  await desktop.press(new RegExp(`^${guideName} · 电话`));
  await desktop.press('查看完整电话');
  await desktop.press('查看群众的完整电话');
  await desktop.sees('请选一项。');
  await desktop.press('核实情况');
  await desktop.press('查看群众的完整电话');
  await desktop.page.getByRole('dialog', { name: '请确认：查看群众的完整电话' }).waitFor();
  await answerOn(phone, await shownOn(desktop), '是我本人，确认');
  await desktop.sees('19900004321');
  expect(await desktop.page.getByRole('dialog').count()).toBe(0);

  desktop.allow(/status of 401/);
  await phone.open('/features/account/pages/sessions/index');
  await phone.press(/^退出 Linux 电脑上的 Chrome 的登录|^退出$/);
  await desktop.open(workbench);
  await desktop.page.getByRole('heading', { name: '工作人员用手机扫码登录' }).waitFor();
});

test('on the phone itself WeChat confirms, and the next press does the act', async () => {
  const phone = await town.visit();
  await becomeStaff(town, phone, '许文清');
  phone.allow(/status of 403 .*\/contact$/);
  await phone.press(/^群众的反馈/, 'link');
  await phone.press(new RegExp(`^${guideName} · 电话`));
  const readNumber = async (): Promise<void> => {
    await phone.press('查看完整电话');
    await phone.press('告知处理结果');
    await phone.press('查看群众的完整电话');
  };
  await readNumber();
  await phone.page.getByRole('dialog', { name: '请确认：查看群众的完整电话' }).waitFor();
  await phone.press('是我本人，确认');
  await phone.page.getByRole('heading', { name: '微信登录（模拟）' }).waitFor();
  await phone.page.getByRole('link', { name: '许文清' }).tap();
  await phone.sees(/已确认。请再点一次/);
  await phone.press(new RegExp(`^${guideName} · 电话`));
  await readNumber();
  await phone.sees('19900004321');
});
