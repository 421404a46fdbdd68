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
