import { createSearchIndex } from '../../../server/search';
import { countyIndex, guide, idsOf } from './guides';

const index = countyIndex();

describe('everyday words', () => {
  it.each([
    ['房产证', '不动产权证书补发'],
    ['驾照到期', '机动车驾驶证期满换证'],
    ['小孩上户口', '出生登记'],
    ['低保', '最低生活保障认定'],
    ['营业执照', '企业设立登记'],
    ['社保卡', '社会保障卡申领'],
    ['外地看病', '异地就医备案'],
    ['开饭店', '食品经营许可'],
    ['请律师', '法律援助申请'],
    ['新车上牌', '机动车注册登记'],
  ])('brings %s to %s though the word stands nowhere', (asked, id) => {
    const { results, nothingFound } = index.query(asked, { limit: 3 });
    expect(results[0]?.id).toBe(id);
    expect(results[0]?.matches[0]?.kind).toBe('synonym');
    expect(nothingFound).toBe(false);
  });

  it('prefers a guide that has the everyday word itself', () => {
    const own = createSearchIndex();
    for (const name of ['机动车驾驶证补证', '驾照翻译公证', '护照首次签发', '出生登记']) own.add(guide(name));
    expect(idsOf(own, '驾照').slice(0, 2)).toEqual(['驾照翻译公证', '机动车驾驶证补证']);
  });

  it('says what the word is called officially', () => {
    expect(index.query('房产证', { limit: 1 }).results[0]?.reason).toBe('“房产证”也叫“不动产权证书”，名称中有');
  });
});

describe('pinyin', () => {
  it.each([
    ['shenfenzheng', '身份证'],
    ['shen fen zheng', '身份证'],
    ['SHENFENZHENG', '身份证'],
    ['shenfenzh', '身份证'],
    ['sfz', '身份证'],
    ['shenfenzhengbuling', '身份证补领'],
    ['sfz补领', '身份证补领'],
    ['fangchanzheng', '房产证'],
  ])('reads %s as %s', (asked, meant) => {
    const answer = index.query(asked, { limit: 3 });
    expect(answer.understoodAs).toBe(`按“${meant}”查找`);
    expect(answer.nothingFound).toBe(false);
    expect(answer.results[0]?.id).toMatch(meant.startsWith('房产证') ? /不动产权证书/ : /身份证/);
  });

  it('does not read letters that are a word of the index', () => {
    const own = createSearchIndex();
    own.add(guide('ETC办理'));
    own.add(guide('儿童听力筛查'));
    expect(own.query('etc', { limit: 2 }).readings).toEqual([]);
  });

  it('reads letters from names and keywords only', () => {
    const own = createSearchIndex();
    own.add({ id: '1', name: '登记', keywords: ['户籍'], body: '红烧肉' });
    expect(own.query('huji', { limit: 1 }).understoodAs).toBe('按“户籍”查找');
    expect(own.query('hongshaorou', { limit: 1 }).readings).toEqual([]);
  });
});

describe('typing slips', () => {
  it.each([
    ['身份正', '身份证', 'a character of the same sound'],
    ['居住征', '居住证', 'a character of the same sound'],
    ['居住让', '居住证', 'a wrong character'],
    ['份身证', '身份证', 'two exchanged characters'],
    ['身证', '身份证', 'a missing character'],
    ['身份份证', '身份证', 'a character too many'],
    ['社宝卡', '社保卡', 'a slip in an everyday word'],
    ['结分登记', '结婚登记', 'a slip inside a longer term'],
  ])('reads %s as %s: %s', (asked, meant) => {
    const answer = index.query(asked, { limit: 3 });
    expect(answer.readings[0]).toEqual({ kind: 'typing_slip', queryWord: expect.any(String), readAs: meant });
    expect(answer.nothingFound).toBe(false);
  });

  it.each(['身份证', '身份证丢失', '我妈的身份证丢了怎么办', '出生登记要什么材料', '残疾人公积金提取', '企业登记结婚登记'])('takes %s as it is', (asked) => {
    expect(index.query(asked, { limit: 3 }).understoodAs).toBeUndefined();
  });
});

describe('whole questions', () => {
  it.each([
    ['我妈的身份证丢了怎么办', '居民身份证补领'],
    ['我想给刚出生的孩子上户口要带什么', '出生登记'],
    ['请问吃低保要什么条件', '最低生活保障认定'],
    ['老年人优待证在哪里办，要钱吗', '老年人优待证办理'],
    ['我家小店想卖吃的，怎么办食品经营许可啊谢谢', '食品经营许可'],
    ['去外地住院能报销吗，怎么备案', '异地就医备案'],
  ])('%s', (asked, id) => {
    const answer = index.query(asked, { limit: 3 });
    expect(answer.results[0]?.id).toBe(id);
    expect(answer.nothingFound).toBe(false);
  });

  it('finds the guide though most of the words stand nowhere', () => {
    expect(idsOf(index, '昨天旅游途中钱包被偷了护照也没了')[0]).toBe('护照首次签发');
  });
});

describe('what is found and what is near', () => {
  it.each(['火星移民签证', '量子计算机租赁', '红烧肉怎么做', 'qwxkjz'])('finds nothing for %s, and says at most what is near', (asked) => {
    const { results, nothingFound } = index.query(asked, { limit: 5 });
    expect(nothingFound).toBe(true);
    expect(results.every(({ strength }) => strength === 'weak')).toBe(true);
  });

  it('shows near matches for a word that is only half there', () => {
    const { results, nothingFound } = index.query('驾驶舱模拟器', { limit: 5 });
    expect(nothingFound).toBe(true);
    expect(results.map(({ id }) => id)).toContain('机动车驾驶证期满换证');
  });

  it('only shows what is accepted, and asks about few documents', () => {
    const asked: string[] = [];
    const accepts = (id: string): boolean => {
      asked.push(id);
      return id !== '居民身份证补领';
    };
    const ids = index.query('身份证', { limit: 2, accepts }).results.map(({ id }) => id);
    expect(ids).not.toContain('居民身份证补领');
    expect(ids).toHaveLength(2);
    expect(asked.length).toBeLessThan(22);
  });

  it('is not disturbed by a filter that throws', () => {
    const before = index.query('身份证补领', { limit: 5 });
    expect(() => index.query('身份证', { limit: 5, accepts: () => { throw new Error('refused'); } })).toThrow('refused');
    expect(index.query('身份证补领', { limit: 5 })).toEqual(before);
  });
});

describe('explanations', () => {
  it('name the matched words with their fields, what is missing, and the parts of the score', () => {
    const explanation = index.explain('身份证补领星期天', '居民身份证补领');
    expect(explanation?.matches.filter(({ kind }) => kind === 'exact').map(({ matchedTerm }) => matchedTerm).sort()).toEqual(['补领', '身份证'].sort());
    expect(explanation?.matches[0]?.fields).toEqual(['name', 'body']);
    expect(explanation?.missingWords).toEqual(['星期天']);
    expect(explanation?.reason).toContain('没有“星期天”');
    const sum = (explanation?.parts ?? []).reduce((total, { weight, saturation }) => total + weight * saturation, 0);
    expect(sum).toBeCloseTo(explanation?.score ?? 0, 9);
  });

  it('say that nothing matches', () => {
    expect(index.explain('红烧肉', '居民身份证补领')).toMatchObject({ score: 0, coverage: 0, strength: 'weak', matches: [], parts: [] });
  });

  it('do not exist for a document that does not', () => {
    expect(index.explain('身份证', '没有')).toBeUndefined();
  });
});
