import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GuideContent } from '../../../server/contract/guideContent';
import { toDocument } from '../../../server/features/guide-search/guideDocuments';
import { createSearchIndex, type SearchIndex } from '../../../server/search';

/** The guides of the demo county as citizens search them, without a database. */
const folder = join(__dirname, '../../../server/database/seed/demoGuides');
const names = new Map<string, string>();
let index: SearchIndex;

beforeAll(() => {
  index = createSearchIndex();
  const guides = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as (GuideContent & { department: string })[]);
  guides.forEach(({ department, ...content }, id) => {
    names.set(String(id), content.name);
    index.add(toDocument({ id, department, content }));
  });
});

const found = (question: string) => index.query(question, { limit: 60 });

test.each([
  ['我妈的身份证丢了怎么办', '居民身份证补领'],
  ['身份证快到期了去哪换', '居民身份证换领'],
  ['sfz丢了', '居民身份证补领'],
  ['sfzbl', '居民身份证补领'],
  ['身份正补办', '居民身份证补领'],
  ['居住征', '居住证申领'],
  ['小孩上户口', '新生儿出生登记'],
  ['我想给刚出生的孩子上户口要带什么', '新生儿出生登记'],
  ['爷爷去世了户口怎么办', '死亡注销户口'],
  ['结婚要带什么', '结婚登记'],
  ['房产证丢了', '不动产权证书补发'],
  ['买二手房过户', '不动产转移登记（买卖）'],
  ['驾照到期了', '机动车驾驶证期满换证'],
  ['jiazhao daoqi', '机动车驾驶证期满换证'],
  ['低保怎么申请', '最低生活保障对象认定'],
  ['老人去外地看病医保怎么报销', '异地就医备案'],
  ['下岗了能领什么钱', '失业保险金申领'],
  ['我想开个饭店要什么手续', '食品经营许可（新办）'],
  ['公积金租房', '住房公积金提取（租房）'],
  ['养老金年审', '养老保险待遇资格认证'],
  ['生孩子的钱怎么报', '生育津贴申领'],
  ['我想注册个公司', '公司设立登记'],
  ['营业执照注销', '企业注销登记'],
  ['残疾证', '残疾人证新办'],
  ['宅基地盖房', '农村宅基地用地审批'],
  ['孩子上学报名', '义务教育入学报名'],
  ['shebaoka', '社会保障卡申领'],
  ['公租房', '公共租赁住房申请'],
])('in the demo county “%s” leads to %s', (question, name) => {
  const { nothingFound, results } = found(question);
  expect([nothingFound, names.get(results[0]?.id ?? '')]).toEqual([false, name]);
});

test('a paper that nearly every guide asks for does not make nearly every guide an answer', () => {
  expect(found('身份证丢了').results.filter(({ strength }) => strength === 'strong').length).toBeLessThan(20);
});

test('what the county does not handle is said to be not found', () => {
  for (const question of ['挖掘机', '天气预报', '钢琴考级']) expect([question, found(question).nothingFound]).toEqual([question, true]);
});
