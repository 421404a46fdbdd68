import { source as axeSource, type AxeResults } from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { docxFile, paragraph } from '../server/richText/docxFile';
import { becomeStaff, signInAs } from './town/signIn';
import { Town } from './town/town';
import type { Visit } from './town/visit';

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, isMobile: false };
const announcements = '/features/staff/pages/announcements/index';
const title = '云岫县公安局关于户政窗口搬迁的通告';

const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
const notice = docxFile({
  body: [
    paragraph(title, { font: '方正小标宋简体', halfPoints: 44, isCentred: true }),
    paragraph('为方便群众办事，现将有关事项通告如下。', { font: '仿宋_GB2312', halfPoints: 32 }),
    paragraph('一、搬迁时间', { font: '黑体', halfPoints: 32 }),
    paragraph('自2026年12月7日起，户政窗口在新址办公。', { font: '仿宋_GB2312', halfPoints: 32 }),
    `<w:tbl>${row('窗口', '新址')}${row('户籍', '一楼东侧')}</w:tbl>`,
    paragraph('咨询电话：0000-12345678。', { font: '仿宋_GB2312', halfPoints: 32 }),
  ].join(''),
});

let town: Town;
beforeAll(async () => {
  town = await Town.open();
  for (const name of ['沈知微', '陆怀瑾']) await becomeStaff(town, await town.visit(), name);
  await town.endVisits();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

async function atADesk(name: string): Promise<Visit> {
  const visit = await town.visit(desk);
  await signInAs(visit, name);
  return visit;
}

/** From the list to an empty desk. */
async function beginNotice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建公告' }).click();
  await page.getByRole('button', { name: '通知公告', exact: true }).click();
  await page.getByRole('button', { name: '开始写' }).click();
  await page.getByRole('toolbar', { name: '正文格式' }).waitFor();
}

async function publish(approver: Visit, pane: Locator): Promise<void> {
  await pane.getByRole('button', { name: '审核通过，现在发布' }).click();
  await pane.getByRole('button', { name: '确认审核通过，现在发布' }).click();
  await approver.settled();
}

async function findings(visit: Visit, name: string): Promise<string[]> {
  await visit.settled();
  await visit.page.evaluate(axeSource);
  const { violations } = await visit.page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${name}: ${id} ${html.slice(0, 200)}`));
}

test('a Word document becomes an announcement: written, checked by another, published, corrected', async () => {
  const editor = await atADesk('沈知微');
  const { page } = editor;
  await editor.press('工作台', 'link');
  await page.getByRole('link', { name: /^公告/ }).click();
  await beginNotice(page);

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '导入 Word 文档' }).click()]);
  await chooser.setFiles({ name: '通告.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: notice });
  await page.getByRole('heading', { name: '从文档里读到的内容' }).waitFor();
  await page.getByRole('button', { name: '放进正文' }).click();
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe(title);

  // Typed at the end, made bold from the keyboard, and saved by itself.
  const text = page.getByRole('textbox', { name: '正文' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('请相互转告。');
  await page.getByRole('button', { name: /^栏目、摘要和关键词/ }).click();
  await page.getByRole('textbox', { name: '摘要' }).fill('户政窗口12月7日起搬到新址。');
  await page.getByText('正在保存').waitFor();
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

  await page.reload();
  await page.getByRole('toolbar', { name: '正文格式' }).waitFor();
  await page.locator('.rich-text strong', { hasText: '请相互转告。' }).waitFor();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('待审核').first().waitFor();

  const approver = await atADesk('陆怀瑾');
  await approver.press('工作台', 'link');
  await approver.page.getByRole('link', { name: /^公告/ }).first().click();
  await approver.page.getByRole('button', { name: '等我审核' }).click();
  await approver.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  const pane = approver.page.getByRole('region', { name: '选中的公告' });
  await pane.getByText('请相互转告。').waitFor();
  await publish(approver, pane);
  await approver.page.getByRole('button', { name: '已发布' }).click();
  await approver.page.getByRole('button', { name: new RegExp(`^${title}`) }).waitFor();

  const citizen = await town.visit();
  await citizen.open('/features/announcements/pages/list/index');
  await citizen.press(new RegExp(title), 'link');
  await citizen.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await citizen.sees('一楼东侧');
  await citizen.sees('请相互转告。');

  // Its writer finds a mistake.
  await editor.open(announcements);
  await page.getByRole('button', { name: '已发布' }).click();
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await page.getByRole('button', { name: '更正' }).click();
  await page.getByRole('textbox', { name: /^更正的原因/ }).fill('咨询电话有误');
  await page.getByRole('button', { name: '确认更正' }).click();
  await page.getByRole('toolbar', { name: '正文格式' }).waitFor();
  await page.getByRole('textbox', { name: '正文' }).getByText('请相互转告。').click();
  await page.keyboard.press('End');
  await page.keyboard.type('新的咨询电话：0000-87654321。');
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  await page.getByRole('button', { name: '和已发布的对比' }).click();
  await page.getByRole('heading', { name: '和第 1 版比' }).waitFor();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('待审核').first().waitFor();
  await citizen.page.reload();
  await citizen.sees('请相互转告。');
  expect(await citizen.page.getByText('0000-87654321').count()).toBe(0);

  await approver.page.getByRole('button', { name: '等我审核' }).click();
  await approver.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await pane.getByText(/0000-87654321/).first().waitFor();
  await publish(approver, pane);

  await citizen.page.reload();
  await citizen.sees(/0000-87654321/);
  await citizen.sees(/咨询电话有误/);
});

test('without a network what is typed stays on the device, and a page that was closed offers it again', async () => {
  const editor = await atADesk('沈知微');
  editor.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const { page } = editor;
  await editor.open(announcements);
  await beginNotice(page);
  const address = page.url();
  await editor.context.setOffline(true);
  await page.getByRole('textbox', { name: '标题' }).fill('断网时写的标题');
  await page.getByText('没有连上服务器，已存在这台设备上').waitFor();
  await editor.context.setOffline(false);
  // Nothing reaches the server before the page is gone.
  await page.route('**/content', (route) => route.abort());
  await page.getByRole('textbox', { name: '标题' }).fill('断网时写的标题（二）');
  await page.goto(address);
  await page.getByRole('heading', { name: '上次有没保存完的内容' }).waitFor();
  await page.unroute('**/content');
  await page.getByRole('button', { name: '恢复，接着写' }).click();
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('断网时写的标题（二）');
});

test('desk and phone are drawn without serious findings, in ordinary and in elder size', async () => {
  const editor = await atADesk('沈知微');
  await editor.open(announcements);
  expect(await findings(editor, 'list')).toEqual([]);
  await beginNotice(editor.page);
  expect(await findings(editor, 'desk')).toEqual([]);
  const address = editor.where();
  await editor.page.setViewportSize({ width: 390, height: 844 });
  await editor.page.getByText('加一段').first().waitFor();
  await editor.page.getByRole('button', { name: '正文', exact: true }).last().click();
  await editor.settled();
  await editor.page.getByRole('textbox', { name: '第 1 段，正文' }).fill('手机上写的一段。');
  await editor.page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  expect(await findings(editor, 'phone')).toEqual([]);
  await editor.page.evaluate(() => localStorage.setItem('gov-counter:elder-mode', JSON.stringify({ data: true })));
  await editor.open(address);
  await editor.page.getByRole('textbox', { name: '第 1 段，正文' }).waitFor();
  expect(await findings(editor, 'phone, elder')).toEqual([]);
});
