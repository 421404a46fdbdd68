import fc from 'fast-check';
import { compareBodies, compareFields } from '../../../server/announcements/comparison/compareContents';
import { findDifferences } from '../../../server/announcements/comparison/differences';
import type { AnnouncementContent } from '../../../server/contract/announcementContent';

const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 });

function longestCommon(one: readonly string[], other: readonly string[]): number {
  const lengths = Array.from({ length: one.length + 1 }, () => Array<number>(other.length + 1).fill(0));
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const row = lengths[i] ?? [];
      row[j] = one[i - 1] === other[j - 1] ? (lengths[i - 1]?.[j - 1] ?? 0) + 1 : Math.max(lengths[i - 1]?.[j] ?? 0, row[j - 1] ?? 0);
    }
  }
  return lengths[one.length]?.[other.length] ?? 0;
}

test('both sequences can be read back from the differences, and nothing that could stay is changed', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const stretches = findDifferences(before, after);
      expect(stretches.filter(({ kind }) => kind !== 'added').flatMap(({ items }) => items)).toEqual(before);
      expect(stretches.filter(({ kind }) => kind !== 'removed').flatMap(({ items }) => items)).toEqual(after);
      expect(stretches.filter(({ kind }) => kind === 'same').flatMap(({ items }) => items)).toHaveLength(longestCommon(before, after));
    }),
    { numRuns: 2_000 },
  );
});

test('texts with nothing in common end in bounded time as replaced', () => {
  const [before, after] = [Array.from({ length: 20_000 }, (_, index) => `a${index}`), Array.from({ length: 20_000 }, (_, index) => `b${index}`)];
  expect(findDifferences(before, after).map(({ kind, items }) => [kind, items.length])).toEqual([['removed', 20_000], ['added', 20_000]]);
});

test('a changed paragraph is shown in pieces, a new and a removed one whole', () => {
  const before = '<p>户籍窗口自12月1日起办公。</p><p>请提前准备材料。</p><p>特此通知。</p>';
  const after = '<p>户籍窗口自12月2日起办公。</p><p>特此通知。</p><p>咨询电话：0571-86000000</p>';
  expect(compareBodies(before, after)).toEqual([
    { kind: 'changed', pieces: [{ kind: 'same', text: '户籍窗口自12月' }, { kind: 'removed', text: '1' }, { kind: 'added', text: '2' }, { kind: 'same', text: '日起办公。' }] },
    { kind: 'removed', pieces: [{ kind: 'removed', text: '请提前准备材料。' }] },
    { kind: 'same', pieces: [{ kind: 'same', text: '特此通知。' }] },
    { kind: 'added', pieces: [{ kind: 'added', text: '咨询电话：0571-86000000' }] },
  ]);
});

test('fields are compared in words', () => {
  const names = { topics: new Map([['np.birth', '生育收养']]), guides: new Map([['7', '身份证补领']]), offices: new Map<string, string>(), announcements: new Map<string, string>() };
  const before: AnnouncementContent = { kind: 'notice', title: '旧', body: '', validity: 'in_force', topics: ['np.birth'] };
  expect(compareFields(before, { kind: 'notice', title: '新', body: '<p>不在这里</p>', validity: 'repealed', guideIds: ['7'] }, names)).toEqual([
    { field: 'title', label: '标题', before: '旧', after: '新' },
    { field: 'validity', label: '效力状态', before: '有效', after: '废止' },
    { field: 'topics', label: '主题', before: '生育收养', after: null },
    { field: 'guideIds', label: '涉及的办事指南', before: null, after: '身份证补领' },
  ]);
});
