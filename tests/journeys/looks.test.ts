import { openPages, ownPages, unfold, unknownReplies, type AppPage } from './town/pages';
import { signInAs } from './town/signIn';
import { targetsBelow } from './town/targets';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;
let pages: AppPage[];

beforeAll(async () => {
  town = await Town.open();
  pages = [...(await openPages(town)), ...ownPages];
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

/** Somebody signed in, for whom every page has content. */
async function signedIn(): Promise<Visit> {
  const visit = await town.visit();
  visit.allow(unknownReplies);
  await signInAs(visit, '周桂兰');
  return visit;
}

const fontSize = (visit: Visit): Promise<number> =>
  visit.page.getByRole('main').filter({ visible: true }).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test('elder mode makes everything larger, at once and after a reload, until it is switched off', async () => {
  const visit = await town.visit();
  await visit.open('/pages/home/index');
  const standard = await fontSize(visit);
  await visit.press('长辈版');
  await visit.page.getByRole('button', { name: '标准版', exact: true }).waitFor();
  expect(await fontSize(visit)).toBeGreaterThanOrEqual(standard * 1.3);
  await visit.page.reload();
  await visit.page.getByRole('button', { name: '标准版', exact: true }).waitFor();
  const elder = await fontSize(visit);

  await visit.press('我的', 'link');
  const elderSwitch = visit.page.getByRole('switch', { name: '长辈版，字更大' });
  expect(await elderSwitch.isChecked()).toBe(true);
  expect(await fontSize(visit)).toBe(elder);
  await elderSwitch.tap();
  expect(await elderSwitch.isChecked()).toBe(false);
  expect(await fontSize(visit)).toBe(standard);
  await visit.page.reload();
  expect(await elderSwitch.isChecked()).toBe(false);
});

test('every page has a title of its own, one main part and one heading of the first level', async () => {
  const visit = await signedIn();
  const titles = new Map<string, string>();
  for (const { name, path } of pages) {
    await visit.open(path);
    titles.set(name, await visit.page.title());
    expect({ name, mains: await visit.page.getByRole('main').count(), headings: await visit.page.getByRole('heading', { level: 1 }).count() }).toEqual({ name, mains: 1, headings: 1 });
  }
  expect([...new Set(titles.values())]).toEqual([...titles.values()]);
  expect([...titles.values()].filter((title) => !title.includes('云岫政务'))).toEqual([]);
});

/** Pages of which something stands out to the right, with how far. */
async function tooWide(visit: Visit, style: string | null = null): Promise<string[]> {
  const found: string[] = [];
  for (const { name, path } of pages) {
    await visit.open(path);
    await unfold(visit);
    if (style !== null) await visit.page.addStyleTag({ content: style });
    const { width, content } = await visit.page.evaluate(() => ({ width: window.innerWidth, content: document.documentElement.scrollWidth }));
    const viewport = visit.page.viewportSize()?.width ?? 0;
    if (content > viewport || width > viewport) found.push(`${name}: ${content} of ${viewport}`);
  }
  return found;
}

test('with text at 200 % no page has to be moved sideways', async () => {
  expect(await tooWide(await signedIn(), '.page { --text-scale: 2 }')).toEqual([]);
});

test('in elder mode with the largest text no page has to be moved sideways', async () => {
  const visit = await signedIn();
  await visit.page.getByRole('switch').tap();
  expect(await tooWide(visit, '.page.is-elder { --text-scale: 1.55 }')).toEqual([]);
});

test('on a screen 320 wide no page has to be moved sideways', async () => {
  const visit = await signedIn();
  await visit.page.setViewportSize({ width: 320, height: 568 });
  expect(await tooWide(visit)).toEqual([]);
});

test('everything that can be tapped is at least 44 by 44', async () => {
  const visit = await signedIn();
  expect(await targetsBelow(44, visit, pages)).toEqual([]);
});

test('in elder mode everything that can be tapped is at least 60 by 60', async () => {
  const visit = await signedIn();
  await visit.page.getByRole('switch').tap();
  expect(await targetsBelow(60, visit, pages)).toEqual([]);
});
