import type { Page } from '../../../server/contract/pagination';
import { ApiError } from '../../../src/api/ApiError';
import { PagedListStore } from '../../../src/stores/PagedListStore';

const page = (items: number[], nextCursor: string | null = null, count = items.length): Page<number> => ({ items, nextCursor, total: { count, label: String(count) } });
const offline = () => Promise.reject(new ApiError({ code: 'network_unreachable', message: '' }));
const shown = (list: PagedListStore<number>) => (list.state.status === 'ready' ? list.state.value.items : list.state.status);

describe('PagedListStore', () => {
  it('adds the next page below the first, and knows when there is none', async () => {
    const list = new PagedListStore<number>();
    await list.load(async (cursor) => (cursor === undefined ? page([1, 2], 'next', 3) : page([3], null, 3)));
    expect(list.hasMore).toBe(true);
    await list.loadMore();
    expect(shown(list)).toEqual([1, 2, 3]);
    expect(list.hasMore).toBe(false);
  });

  it('asks for the next page once, however often the bottom is reached', async () => {
    const list = new PagedListStore<number>();
    let asked = 0;
    await list.load(async (cursor) => {
      asked += 1;
      return cursor === undefined ? page([1], 'next') : page([2]);
    });
    await Promise.all([list.loadMore(), list.loadMore()]);
    expect(asked).toBe(2);
  });

  it('keeps the rows when the next page fails, and gets it on the next try', async () => {
    const list = new PagedListStore<number>();
    let isBroken = true;
    await list.load((cursor) => (cursor === undefined ? Promise.resolve(page([1], 'next')) : isBroken ? offline() : Promise.resolve(page([2]))));
    await list.loadMore();
    expect(shown(list)).toEqual([1]);
    expect(list.moreError?.code).toBe('network_unreachable');
    isBroken = false;
    await list.loadMore();
    expect(shown(list)).toEqual([1, 2]);
    expect(list.moreError).toBeNull();
  });

  it('ignores a late answer to an earlier question', async () => {
    const list = new PagedListStore<number>();
    let answerFirst: (value: Page<number>) => void = () => undefined;
    const first = list.load(() => new Promise((resolve) => (answerFirst = resolve)));
    await list.load(async () => page([2]));
    answerFirst(page([1]));
    await first;
    expect(shown(list)).toEqual([2]);
  });

  it('shows the kept page with its time when the network is gone', async () => {
    const list = new PagedListStore<number>();
    await list.load(offline, { find: () => ({ value: page([1], 'next'), savedAt: 5 }), save: () => undefined });
    expect(list.state).toMatchObject({ status: 'ready', savedAt: 5 });
    expect(list.hasMore).toBe(false);
  });

  it('does not hide a refusal of the server behind a kept page', async () => {
    const list = new PagedListStore<number>();
    await list.load(() => Promise.reject(new ApiError({ code: 'internal_error', message: '' })), { find: () => ({ value: page([1]), savedAt: 5 }), save: () => undefined });
    expect(list.state).toMatchObject({ status: 'failed', error: { code: 'internal_error' } });
  });

  it('counts a removed row out', async () => {
    const list = new PagedListStore<number>();
    await list.load(async () => page([1, 2]));
    list.remove((item) => item === 1);
    expect(list.state).toMatchObject({ value: { items: [2], total: { count: 1, label: '1' } } });
  });
});
