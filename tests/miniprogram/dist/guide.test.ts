import { paths } from '../../../src/paths';
import { fullDate } from '../../../src/text/dates';
import type { GuideFile } from '../../../server/contract/guideContent';
import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import type { Phone } from '../../support/miniprogramPhone';
import { PhoneTown } from '../../support/miniprogramTown';

let town: PhoneTown;
let guide: ServiceGuide;

beforeAll(async () => {
  town = await PhoneTown.open();
  guide = await town.guideNamed('居民身份证补领');
});
afterAll(() => town.close());
// A test that failed may have left it stopped.
beforeEach(() => town.startServer());

/** The first material of the guide that has a form and a sample. */
function materialWithForms(): { name: string; blankForm: GuideFile; filledSample: GuideFile } {
  for (const { name, blankForm, filledSample } of guide.content.requiredMaterials ?? []) if (blankForm !== undefined && filledSample !== undefined) return { name, blankForm, filledSample };
  throw new Error('the demo guide has no form');
}

const filePath = ({ hash }: GuideFile): string => `/api/v1/service-guides/${guide.id}/files/${hash}`;

async function openForms(phone: Phone): Promise<{ form: string; sample: string; blankForm: GuideFile; filledSample: GuideFile }> {
  const { name, blankForm, filledSample } = materialWithForms();
  await phone.start(paths.guide(guide.id));
  await phone.tap(`${name}：空白表格、填写样例和要求`);
  return { form: `打开空白表格：${blankForm.name}`, sample: `打开填写样例：${filledSample.name}`, blankForm, filledSample };
}

test('the first screen answers how long, how often, how much and who', async () => {
  const phone = town.phone();
  await phone.start(paths.guide(guide.id));
  const { department, updatedAt } = guide;
  for (const words of ['居民身份证补领', department.name, '承诺件', '20 个工作日', '法定 60 天内', '1 次', '40 元/证', '个人', fullDate(updatedAt)]) expect(phone.page.text).toContain(words);
});

test('a form, a sample and a certificate are fetched and shown by WeChat itself', async () => {
  const phone = town.phone();
  const { form, sample, blankForm, filledSample } = await openForms(phone);
  await phone.tap(form);
  await phone.tap(sample);
  const certificate = guide.content.results?.[0]?.sample;
  if (certificate === undefined) throw new Error('the demo guide has no sample of its result');
  await phone.tap('办理结果');
  await phone.tap(`打开样式：${certificate.name}`);
  expect(phone.filesOpened).toEqual([
    { kind: 'docx', from: filePath(blankForm) },
    { kind: 'docx', from: filePath(filledSample) },
    { kind: 'picture', from: filePath(certificate) },
  ]);
  expect(phone.page.text).not.toContain('没有下载成功');
});

test('a file that cannot be fetched says so below its link, and opens once it can', async () => {
  const phone = town.phone();
  const { form } = await openForms(phone);
  await town.stopServer();
  await phone.tap(form);
  expect(phone.page.text).toContain('文件没有下载成功，请检查网络后重试。');
  expect(phone.filesOpened).toEqual([]);
  await town.startServer();
  await phone.tap(form);
  expect(phone.page.text).not.toContain('没有下载成功');
  expect(phone.filesOpened).toHaveLength(1);
});

test('the words of the list can be copied, to be printed or sent on', async () => {
  const phone = town.phone();
  await phone.start(paths.guide(guide.id));
  await phone.tap('复制清单文字');
  expect(phone.page.text).toContain('清单文字已复制');
  for (const { name, isWaived } of guide.content.requiredMaterials ?? []) expect(phone.clipboard).toContain(isWaived ? name : `□ ${name}`);
  for (const { name, address } of guide.offices) expect(phone.clipboard).toContain(`地点：${name}，${address}`);
  expect(phone.clipboard).toContain(`电话：${guide.content.consultationPhone ?? ''}`);
  expect(phone.clipboard).toMatch(/微信小程序“云岫政务”里可以查到这份指南$/);
});

test('an office opens on the map, its address can be copied, and its page is one tap away', async () => {
  const phone = town.phone();
  await phone.start(paths.guide(guide.id));
  await phone.tap(phone.page.labels.find((label) => label.startsWith('办理地点和时间')) ?? '');
  const [office] = guide.offices;
  if (office === undefined) throw new Error('the demo guide has no office');
  await phone.tap(`导航到${office.name}`);
  expect(phone.placesOpened).toEqual([office.name]);
  await phone.tap(`复制${office.name}的地址`);
  expect(phone.clipboard).toBe(office.address);
  expect(phone.page.text).toContain('地址已复制。');
  await phone.tap(`看看${office.name}`);
  expect(phone.page.query).toEqual({ officeCode: office.code });
});

test('topics, related guides, versions and the report of a mistake are one tap away', async () => {
  const phone = town.phone();
  const [topic] = guide.topics;
  const [related] = guide.relatedGuides;
  if (topic === undefined || related === undefined) throw new Error('the demo guide stands alone');
  const begin = async (): Promise<void> => {
    await phone.start(paths.guide(guide.id));
    await phone.tap('相关事项');
  };
  await begin();
  await phone.tap(`主题：${topic.name}`);
  expect(phone.page.query).toEqual({ by: 'topic', value: topic.code });
  await begin();
  await phone.tap(related.name);
  expect(phone.page.query).toEqual({ guideId: related.id });
  await begin();
  await phone.tap('内容有误？');
  expect(phone.page.path).toBe('features/help/pages/feedback/index');
  await begin();
  await phone.tap('看看改了什么');
  expect(phone.page.text).toContain(guide.content.name);
  expect(phone.page.text).toContain('首次发布');
  await phone.tap('看现在的指南');
  expect(phone.page.path).toBe('features/service-guides/pages/detail/index');
});

test('versions of a guide that does not exist are said to be gone', async () => {
  const phone = town.phone();
  for (const guideId of ['987654321', 'cut%20off']) {
    await phone.start(`/features/service-guides/pages/versions/index?guideId=${guideId}`);
    expect(phone.page.text).toContain('没有找到这份办事指南');
    expect(phone.page.labels).toEqual(['重新查找']);
  }
});
