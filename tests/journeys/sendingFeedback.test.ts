import { feedbackPath, guideAddress, guideName } from './town/pages';
import { Town } from './town/town';
import type { Visit } from './town/visit';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});
afterEach(async () => {
  expect(await town.endVisits()).toEqual([]);
});
afterAll(() => town.close());

const words = '点了“办事”以后一直在转圈，打不开';
const description = (visit: Visit) => visit.page.getByRole('textbox', { name: '请说说是怎么回事' });
const sent = (visit: Visit): string[] => visit.calls().filter((call) => call.startsWith('PUT /api/v1/feedback/'));

async function fill(visit: Visit): Promise<void> {
  await visit.open(feedbackPath);
  await visit.press('打不开或出错');
  await description(visit).fill(words);
}

const referenceNumber = async (visit: Visit): Promise<string | null> => {
  await visit.page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();
  return visit.page.getByRole('definition').first().textContent();
};

test('help leads to the feedback, which is sent once although the button is pressed twice', async () => {
  const visit = await town.visit();
  await visit.open('/pages/my/index');
  await visit.press('帮助与反馈', 'link');
  await visit.press(/^意见反馈/, 'link');
  await visit.press('打不开或出错');
  await description(visit).fill(words);
  await visit.sees(`${words.length} / 500 字`);
  const send = visit.page.getByRole('button', { name: '发送' });
  await send.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  expect(await referenceNumber(visit)).toMatch(/\d/);
  expect(sent(visit)).toHaveLength(1);
  await visit.sees('您没有留手机号，我们不会联系您。');
});

test('a mistake in a guide is reported from the guide, and goes to its department', async () => {
  const visit = await town.visit();
  await visit.open(await guideAddress(town));
  await visit.press(/内容有误/, 'link');
  await visit.page.getByRole('heading', { level: 1, name: '指南内容有误' }).waitFor();
  await visit.sees(guideName);
  await visit.press('材料');
  await visit.page.getByRole('textbox', { name: '写的是什么，实际是什么' }).fill('现场可以免费拍照，不用带照片');
  await visit.page.getByRole('textbox', { name: '手机号（选填）' }).fill('199 0000 0001');
  await visit.press('发送');
  await visit.sees('云岫县公安局');
  await visit.sees('需要核实时，会拨打您留的手机号。');
  await visit.press('回到指南');
  await visit.page.getByRole('heading', { level: 1, name: guideName }).waitFor();
});

test('what is missing is said on top, where the focus goes, and at the fields; what was written stays', async () => {
  const visit = await town.visit();
  await visit.open(feedbackPath);
  await description(visit).fill('不好');
  await visit.press('发送');
  const summary = visit.page.getByRole('alert');
  await summary.waitFor();
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await visit.press('请至少写 5 个字，说说是怎么回事');
  expect(await description(visit).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await description(visit).inputValue()).toBe('不好');
  expect(sent(visit)).toEqual([]);
});

test('without a network the words stay, over a reload too, and are then sent under the same id', async () => {
  const visit = await town.visit();
  visit.allow(/ERR_INTERNET_DISCONNECTED/);
  await fill(visit);
  await visit.context.setOffline(true);
  await visit.press('发送');
  await visit.sees('没有发送成功，您写的内容还在这里');
  await visit.context.setOffline(false);
  await visit.page.reload();
  await description(visit).waitFor();
  expect(await description(visit).inputValue()).toBe(words);
  await visit.press('发送');
  const number = await referenceNumber(visit);
  expect(new Set(sent(visit)).size).toBe(1);

  // The same once more, as when the answer was lost: nothing is added, and the number is the same.
  const [call = ''] = sent(visit);
  const again = await fetch(town.address + call.replace('PUT ', ''), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'mini_program', kind: 'fault', description: words }),
  });
  expect(((await again.json()) as { referenceNumber: string }).referenceNumber).toBe(number);

  await visit.open(feedbackPath);
  expect(await description(visit).inputValue()).toBe('');
});

test('who sends too often is told to wait, and keeps the words', async () => {
  const visit = await town.visit();
  visit.allow(/status of 429/);
  await visit.context.route('**/api/v1/feedback/*', (route) => route.fulfill({ status: 429, json: { code: 'rate_limited', message: '操作太频繁，请稍后再试。', requestId: '1' } }));
  await fill(visit);
  await visit.press('发送');
  await visit.sees(/请过一会儿再试/);
  expect(await description(visit).inputValue()).toBe(words);
});
