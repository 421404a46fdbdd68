import { BesideFirstPage } from '../../../src/features/staff/BesideFirstPage';
import { PagedListStore } from '../../../src/stores/PagedListStore';

const page = { items: [1], nextCursor: null, total: { count: 1, label: '1' } };

test('what stands beside a list comes with its first rows, once', async () => {
  const taken: string[] = [];
  let asked = 0;
  const beside = new BesideFirstPage(() => Promise.resolve(`choices ${(asked += 1)}`), (value) => taken.push(value));
  const list = new PagedListStore<number>();
  for (let round = 0; round < 2; round += 1) await list.load(beside.with(() => Promise.resolve(page)), undefined, beside.draw);
  expect([taken, asked, list.state.status]).toEqual([['choices 1'], 1, 'ready']);
});

test('a list stands without what could not be had beside it, and asks for that again with the next', async () => {
  const answers = [() => Promise.reject(new Error('no network')), () => Promise.resolve('choices')];
  const taken: string[] = [];
  const beside = new BesideFirstPage<string>(() => answers.shift()?.() ?? Promise.reject(new Error()), (value) => taken.push(value));
  const list = new PagedListStore<number>();
  await list.load(beside.with(() => Promise.resolve(page)), undefined, beside.draw);
  expect([taken, list.state.status]).toEqual([[], 'ready']);
  await list.load(beside.with(() => Promise.resolve(page)), undefined, beside.draw);
  expect(taken).toEqual(['choices']);
});
