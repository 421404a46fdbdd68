import { createSearchIndex } from '../../../server/search';
import { countyIndex, guide } from './guides';

const index = countyIndex();
const names = (typed: string, limit = 10): string[] => index.suggest(typed, limit).map(({ name }) => name);

describe('suggestions while typing', () => {
  it('offer names that begin with the text before those that have it inside', () => {
    const own = createSearchIndex();
    for (const name of ['补办居住证', '居住证申领', '居住证', '护照']) own.add(guide(name));
    expect(own.suggest('居住', 10).map(({ name }) => name)).toEqual(['居住证', '居住证申领', '补办居住证']);
  });

  it.each([
    ['身', '居民身份证申领', 'name'],
    ['份证', '居民身份证申领', 'name'],
    ['shenf', '居民身份证申领', 'pinyin'],
    ['shenfenzheng', '居民身份证申领', 'pinyin'],
    ['sfz', '居民身份证申领', 'initials'],
    ['jmsfz', '居民身份证申领', 'initials'],
    ['jiehun', '结婚登记', 'pinyin'],
    ['房本', '不动产权证书补发', 'synonym'],
    ['驾照', '机动车驾驶证期满换证', 'synonym'],
  ])('lead from %s to %s by its %s', (typed, name, kind) => {
    expect(index.suggest(typed, 10)).toContainEqual(expect.objectContaining({ name, kind }));
  });

  it('find a name by its keyword', () => {
    const own = createSearchIndex();
    own.add(guide('流动人口登记', { keywords: ['暂住'] }));
    expect(own.suggest('暂', 5)).toEqual([{ id: '流动人口登记', name: '流动人口登记', kind: 'keyword', matchedTerm: '暂' }]);
  });

  it('give no name twice and no more than asked for', () => {
    index.add(guide('出生登记', { id: 'another with the same name' }));
    expect(names('登记')).toEqual([...new Set(names('登记'))]);
    expect(names('登记', 2)).toHaveLength(2);
    index.remove('another with the same name');
  });

  it('are empty for nothing, and for what leads nowhere', () => {
    expect(names('')).toEqual([]);
    expect(names('   ')).toEqual([]);
    expect(names('😀')).toEqual([]);
    expect(names('红烧肉')).toEqual([]);
  });
});
