import { source as axeSource, type AxeResults } from 'axe-core';
import { feedbackPath, openPages, ownPages, searchPage, unfold, unknownReplies, type AppPage } from './town/pages';
import { signInAs } from './town/signIn';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;
let pages: AppPage[];

beforeAll(async () => {
  town = await Town.open();
  pages = await openPages(town);
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

/** Serious and critical findings of axe on what is shown now. */
async function findings(visit: Visit, name: string): Promise<string[]> {
  // Evaluated by the browser's own debugger, which the policy of the page does not bind.
  await visit.page.evaluate(axeSource);
  const { violations } = await visit.page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${name}: ${id} ${html} ${failureSummary ?? ''}`));
}

async function findingsOn(visit: Visit, list: readonly AppPage[]): Promise<string[]> {
  visit.allow(unknownReplies);
  const found: string[] = [];
  for (const { name, path } of list) {
    await visit.open(path);
    await unfold(visit);
    found.push(...(await findings(visit, name)));
  }
  return found;
}

/** Everything a stranger meets, the privacy sheet, and then everything a citizen has. */
async function walk(visit: Visit): Promise<string[]> {
  const found = await findingsOn(visit, [...pages, ...ownPages]);
  await visit.open('/pages/my/index');
  await visit.press('微信登录');
  await visit.page.getByRole('dialog').waitFor();
  found.push(...(await findings(visit, 'privacy sheet')));
  await visit.press('不同意');
  await signInAs(visit, '周桂兰');
  found.push(...(await findingsOn(visit, ownPages)));
  await visit.open(feedbackPath);
  await visit.press('发送');
  await visit.page.getByRole('alert').waitFor();
  found.push(...(await findings(visit, 'feedback, refused')));
  await visit.open(searchPage);
  await visit.page.getByRole('searchbox').fill('身份证');
  await visit.page.getByRole('navigation', { name: '搜索建议' }).waitFor();
  found.push(...(await findings(visit, 'search, suggesting')));
  await visit.open('/features/account/pages/phone-number/index');
  await visit.press('绑定手机号');
  await visit.page.getByRole('alert').waitFor();
  found.push(...(await findings(visit, 'phone number, refused')));
  return found;
}

test('axe finds nothing serious in standard mode', async () => {
  expect(await walk(await town.visit())).toEqual([]);
});

test('axe finds nothing serious in elder mode', async () => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  await visit.press('长辈版');
  expect(await walk(visit)).toEqual([]);
});

test('axe finds nothing serious in dark mode', async () => {
  expect(await walk(await town.visit({ colorScheme: 'dark' }))).toEqual([]);
});

test('axe finds nothing serious in elder and dark mode together', async () => {
  const visit = await town.visit({ colorScheme: 'dark' });
  await visit.open('/pages/home/index');
  await visit.press('长辈版');
  expect(await walk(visit)).toEqual([]);
});
