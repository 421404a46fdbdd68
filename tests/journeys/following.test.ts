import type { Browser } from 'playwright-core';
import { seedDemoCity } from '../../server/database/seed/demoCity';
import { tell } from '../../server/outbox/tell';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/testApp';
import { agreeAs } from './town/signIn';
import { launchBrowser, phone } from './town/town';
import { Visit } from './town/visit';

// In this process, so that the test can tell what in production an office tells.
let t: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  t = await startTestApp({ H5_FOLDER: 'dist/h5' });
  await seedDemoCity(t.database.pool, t.app.files, t.clock);
  address = await t.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await t.close();
});

test('a citizen follows a department on the way through signing in, is told of news, reads it, and stops', async () => {
  const context = await browser.newContext(phone);
  const visit = await Visit.begin(context, address, t.sandboxAddress);
  const { id } = await t.database.db.selectFrom('departments').where('name', '=', '云岫县公安局').select('id').executeTakeFirstOrThrow();
  const guideList = paths.guideList('departmentId', String(id));
  await visit.open(guideList);
  await visit.press('关注这个部门');
  await agreeAs(visit, '周桂兰');
  await visit.sees('已关注，有新内容会出现在“我的消息”里。');
  await visit.page.getByRole('button', { name: '不再关注这个部门', exact: true }).waitFor();

  await visit.open(paths.my);
  await visit.press('我的消息', 'link');
  await visit.sees('还没有消息');
  await t.database.db.transaction().execute((tx) =>
    tell(tx, {
      key: 'announcement:1:published',
      kind: 'announcement',
      to: { followersOf: { departmentIds: [id], topics: [] } },
      title: '户籍窗口搬到二楼',
      body: '从下周一起，户籍窗口在政务服务中心二楼。',
      path: paths.office('YX-ZX'),
      at: t.clock.now(),
    }),
  );
  await t.app.outbox.deliverAll();

  await visit.open(paths.my);
  await visit.press(/^我的消息\s*1 条未读$/, 'link');
  await visit.sees('未读');
  await visit.press(/^户籍窗口搬到二楼/, 'link');
  await visit.page.getByRole('heading', { name: '云岫县政务服务中心' }).first().waitFor();
  await visit.page.goBack();
  await visit.sees('户籍窗口搬到二楼');
  await visit.settled();
  expect(await visit.page.getByText('未读', { exact: true }).filter({ visible: true }).count()).toBe(0);
  await visit.open(paths.my);
  await visit.page.getByRole('link', { name: '我的消息', exact: true }).waitFor();

  await visit.open(paths.follows);
  await visit.press('不再关注');
  await visit.sees('已不再关注云岫县公安局，不会再收到它的消息。');
  await visit.sees('没有关注的部门和主题');
  await visit.open(guideList);
  await visit.page.getByRole('button', { name: '关注这个部门', exact: true }).waitFor();
  expect(visit.complaints()).toEqual([]);
  await context.close();
});
