import type { Town } from './town';
import type { Visit } from './visit';

/** Agrees to the privacy sheet and, on WeChat's page, is this demo citizen. */
export const agreeAs = async (visit: Visit, citizenName: string): Promise<void> => {
  await visit.press('同意并登录');
  await chooseCitizen(visit, citizenName);
};

/** On WeChat's page: goes on as this demo citizen. */
export const chooseCitizen = async (visit: Visit, citizenName: string): Promise<void> => {
  await visit.page.getByRole('heading', { name: '微信登录（模拟）' }).waitFor();
  await visit.page.getByRole('link', { name: citizenName }).tap();
};

/** Signs in from the page 我的 and stays there. */
export const signInAs = async (visit: Visit, citizenName: string): Promise<void> => {
  await visit.open('/pages/my/index');
  await visit.press('微信登录');
  await agreeAs(visit, citizenName);
  await visit.page.getByRole('heading', { name: '已登录' }).waitFor();
};

/** The code in the newest message on this phone. */
export const codeSentTo = async (town: Town, phoneNumber: string): Promise<string> => {
  const reply = await fetch(`${town.sandboxAddress}/sandbox/sms`);
  const messages = (await reply.json()) as { phoneNumber: string; text: string }[];
  const code = messages.find((message) => message.phoneNumber === phoneNumber)?.text.match(/\d{6}/)?.[0];
  if (code === undefined) throw new Error(`no code was sent to ${phoneNumber}`);
  return code;
};

/** Binds this number on the page 手机号, which is open. */
export const bindNumber = async (town: Town, visit: Visit, phoneNumber: string): Promise<void> => {
  await visit.page.getByRole('textbox', { name: '手机号' }).fill(phoneNumber);
  await visit.press('获取验证码');
  await visit.sees(`验证码已发到 ${phoneNumber}，请查看短信。`);
  await visit.page.getByRole('textbox', { name: '验证码' }).fill(await codeSentTo(town, phoneNumber));
  await visit.press('绑定手机号');
  await visit.page.getByRole('heading', { name: /^已绑定/ }).waitFor();
};

/** Accepts the demo invitation of this staff member, from the link to the workbench. */
export const becomeStaff = async (town: Town, visit: Visit, name: string): Promise<void> => {
  const invitation = town.server.invitations().find((each) => each.name === name);
  if (invitation === undefined) throw new Error(`${name} was not invited`);
  visit.allow(/status of 403 .*\/acceptance$/);
  await visit.open(invitation.path);
  await visit.press('接受邀请');
  await agreeAs(visit, name);
  await visit.sees(/^还没有绑定手机号/);
  await visit.press('去绑定手机号', 'link');
  await bindNumber(town, visit, invitation.phoneNumber);
  await visit.press('返回');
  await visit.press('接受邀请');
  await visit.page.getByRole('heading', { name: '您已是工作人员' }).waitFor();
  await visit.press('打开工作台', 'link');
};
