import { stat } from 'node:fs/promises';
import type { ServiceGuide } from '../../server/contract/serviceGuides';
import { guideAddress, guideName } from './town/pages';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;
let address: string;
let guide: ServiceGuide;

beforeAll(async () => {
  town = await Town.open();
  address = await guideAddress(town);
  const reply = await fetch(`${town.address}/api/v1/service-guides/${new URLSearchParams(address.split('?')[1]).get('guideId') ?? ''}`);
  guide = (await reply.json()) as ServiceGuide;
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const pagesOfPaper = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** Lets the page believe that it was printed. @returns how often it asked */
async function countPrintings(visit: Visit): Promise<() => Promise<number>> {
  await visit.context.addInitScript(() => {
    const counted = window as unknown as { printings: number };
    counted.printings = 0;
    window.print = () => {
      counted.printings += 1;
    };
  });
  return () => visit.page.evaluate(() => (window as unknown as { printings: number }).printings);
}

test('the list is printed on one page with boxes, place, hours, telephone, link and date, and nothing else', async () => {
  const visit = await town.visit({ colorScheme: 'dark' });
  const printings = await countPrintings(visit);
  await visit.open(address);
  await visit.press('打印清单');
  await visit.press('打印清单');
  expect(await printings()).toBe(2);
  expect(await visit.page.getByRole('heading', { level: 1 }).count()).toBe(1);

  expect(pagesOfPaper(await visit.page.pdf({ format: 'A4' }))).toBe(1);
  await visit.page.emulateMedia({ media: 'print' });
  const printed = await visit.page.evaluate(() => document.body.innerText);
  const materials = guide.content.requiredMaterials ?? [];
  for (const { name } of materials) expect(printed).toContain(name);
  expect(await visit.page.locator('.print-box').filter({ visible: true }).count()).toBe(materials.filter(({ isWaived }) => !isWaived).length);
  const [office] = guide.offices;
  for (const words of [guideName, office?.name, office?.address, office?.openingHours, guide.content.consultationPhone, town.address + address]) expect(printed).toContain(words);
  expect(printed).toMatch(/\d+年\d+月\d+日更新，\d+年\d+月\d+日打印/);
  for (const words of ['收藏', '办理流程', '把清单发给家人', '看看改了什么']) expect(printed).not.toContain(words);
});

test('what does not fit on one page goes on the next', async () => {
  const visit = await town.visit();
  await countPrintings(visit);
  const materials = Array.from({ length: 80 }, (_, index) => ({ name: `第${index + 1}样材料`, isWaived: false }));
  await visit.context.route(`**/api/v1/service-guides/${guide.id}`, (route) => route.fulfill({ json: { ...guide, content: { ...guide.content, requiredMaterials: materials } } }));
  await visit.open(address);
  await visit.press('打印清单');
  expect(pagesOfPaper(await visit.page.pdf({ format: 'A4' }))).toBeGreaterThan(1);
});

test('a blank form is saved under its own name, and a picture opens beside the guide', async () => {
  const visit = await town.visit();
  // Showing a bare picture, the browser looks for an icon of the site.
  visit.allow(/status of 404 .*\/favicon\.ico$/);
  await visit.open(address);
  const material = guide.content.requiredMaterials?.find(({ blankForm }) => blankForm !== undefined);
  await visit.press(new RegExp(`${material?.name ?? ''}：.*空白表格`));
  const link = visit.page.getByRole('link', { name: /^空白表格：/ });
  const [download] = await Promise.all([visit.page.waitForEvent('download'), link.tap()]);
  expect(download.suggestedFilename()).toBe(material?.blankForm?.name);
  expect((await stat(await download.path())).size).toBe(material?.blankForm?.byteSize);

  await visit.press('办理结果');
  const picture = visit.page.getByRole('link', { name: /^样式：/ }).first();
  const [opened] = await Promise.all([visit.context.waitForEvent('page'), picture.tap()]);
  await opened.waitForLoadState();
  expect(await opened.evaluate(() => document.images[0]?.naturalWidth)).toBeGreaterThan(100);
});

test('each part opens on its own, and the way to an office leads to a map', async () => {
  const visit = await town.visit();
  await visit.open(address);
  const step = guide.content.onSiteSteps?.[0]?.name ?? '';
  expect(await visit.page.getByText(`1. ${step}`).count()).toBe(0);
  await visit.press('办理流程');
  await visit.sees(new RegExp(`^1\\. ${step}`));
  await visit.press(/^办理地点和时间/);
  expect(await visit.page.getByRole('link', { name: /^导航 ?到/ }).first().getAttribute('href')).toMatch(/^https:\/\/uri\.amap\.com\/(marker\?position=|search\?keyword=)/);
  await visit.press(/^法律依据/);
  expect(await visit.page.getByText('待核实').count()).toBe(guide.content.legalBases?.filter(({ isVerified }) => !isVerified).length);
});

test('the versions say what was changed, before and after, and what the first one was', async () => {
  const visit = await town.visit();
  const long = '丢失以后要尽快补领，补领以前先想一想是不是放在家里了。'.repeat(20);
  const versions = [
    { version: 3, changedAt: '2026-11-03T02:00:00.000Z', changes: [{ field: 'fee', label: '收费说明', before: '20 元', after: '40 元' }, { field: 'summary', label: '事项简介', before: null, after: long }] },
    { version: 2, changedAt: '2026-08-03T02:00:00.000Z', changes: [{ field: 'transport', label: '交通指引', before: '坐 3 路车', after: null }] },
    { version: 1, changedAt: '2026-01-03T02:00:00.000Z', changes: [] },
  ];
  await visit.context.route(`**/api/v1/service-guides/${guide.id}/versions*`, (route) => route.fulfill({ json: { items: versions, nextCursor: null, total: { count: 3, label: '3' } } }));
  await visit.open(address);
  await visit.press('看看改了什么', 'link');
  await visit.page.getByRole('heading', { level: 1, name: '改了什么' }).waitFor();
  await visit.sees('20 元');
  await visit.sees('40 元');
  expect(await visit.page.getByText(long).count()).toBe(0);
  await visit.press(/展开/);
  await visit.sees(long);
  expect(await visit.page.getByText('坐 3 路车').count()).toBe(0);
  await visit.press(/2026年8月3日/);
  await visit.sees('坐 3 路车');
  await visit.sees('首次发布');
  expect(await visit.page.title()).toBe(`${guideName}改了什么 - 云岫政务`);
});

test('a guide that is suspended says so on top, and can still be read', async () => {
  const visit = await town.visit();
  await visit.context.route(`**/api/v1/service-guides/${guide.id}`, (route) => route.fulfill({ json: { ...guide, content: { ...guide.content, status: 'suspended' } } }));
  await visit.open(address);
  await visit.sees('暂停办理');
  await visit.sees(/去之前请先打电话问清楚什么时候恢复/);
  await visit.page.getByRole('checkbox').first().waitFor();
});
