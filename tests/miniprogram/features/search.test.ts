import type { AnnouncementSearchResult } from '../../../server/contract/announcements';
import type { SearchSuggestion } from '../../../server/contract/guideSearch';
import { SearchStore } from '../../../src/features/service-guides/SearchStore';
import { BoundedCache } from '../../../src/platform/BoundedCache';
import { anAnnouncementSummary } from '../../support/publicAnnouncementSamples';
import { memoryStorage, openApp } from '../fakeServer';
import { aFind, aResult } from '../guideSummaries';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const openSearch = (storage = memoryStorage(), initial = '') => {
  const app = openApp({ storage });
  app.server.on('GET /service-guides/search', () => ({ status: 200, body: aResult() }));
  app.server.on('GET /service-guides/suggestions', ({ url }) => ({ status: 200, body: { items: [suggestion(new URL(url, 'http://x').searchParams.get('query') ?? '')] } }));
  return { ...app, search: new SearchStore(app.stores, new BoundedCache<string>(storage, 'recent-searches', 3, () => 0), initial) };
};
const suggestion = (text: string): SearchSuggestion => ({ text, guideId: null });
const texts = ({ suggestions }: SearchStore) => suggestions.map(({ text }) => text);
const asked = ({ requests }: ReturnType<typeof openApp>['server']) => requests.map(({ url }) => decodeURIComponent(url)).filter((url) => url.startsWith('/api/v1/service-guides')).map((url) => url.replace('/api/v1/service-guides', ''));

describe('typing', () => {
  it('asks for suggestions once it pauses, not at every letter', async () => {
    const { search, server } = openSearch();
    for (const text of ['s', 'sf', 'sfz']) {
      search.type(text);
      await jest.advanceTimersByTimeAsync(150);
    }
    await jest.advanceTimersByTimeAsync(100);
    expect(asked(server)).toEqual(['/suggestions?query=sfz']);
    expect(texts(search)).toEqual(['sfz']);
  });

  it('drops an answer that comes after the next letter', async () => {
    const { search, server } = openSearch();
    const answers: ((body: object) => void)[] = [];
    server.on('GET /service-guides/suggestions', () => new Promise((resolve) => answers.push((body) => resolve({ status: 200, body }))));
    search.type('身');
    await jest.advanceTimersByTimeAsync(200);
    search.type('身份');
    await jest.advanceTimersByTimeAsync(200);
    answers[1]?.({ items: [suggestion('身份证')] });
    await jest.advanceTimersByTimeAsync(0);
    answers[0]?.({ items: [suggestion('身高')] });
    await jest.advanceTimersByTimeAsync(0);
    expect(texts(search)).toEqual(['身份证']);
  });

  it('shows nothing once the field is empty, nor after the search was sent', async () => {
    const { search } = openSearch();
    search.type('身份');
    await jest.advanceTimersByTimeAsync(200);
    search.type('');
    expect(texts(search)).toEqual([]);
    search.type('身份证');
    await search.search('身份证');
    await jest.advanceTimersByTimeAsync(500);
    expect(texts(search)).toEqual([]);
  });

  it('goes on quietly without a network', async () => {
    const { search, server } = openSearch();
    server.on('GET /service-guides/suggestions', () => 'offline');
    search.type('身份');
    await jest.advanceTimersByTimeAsync(200);
    expect(texts(search)).toEqual([]);
  });

  it('asks nothing more once the page is left', async () => {
    const { search, server } = openSearch();
    search.type('身份');
    search.end();
    await jest.advanceTimersByTimeAsync(500);
    expect(server.requests).toEqual([]);
  });
});

describe('searching', () => {
  it('trims the question, does not ask an empty one, and notices few results', async () => {
    const { search, server } = openSearch();
    await search.search('   ');
    expect(search.asked).toBeNull();
    await search.search(' 身份证 ');
    expect(asked(server)).toEqual(['/search?query=身份证']);
    expect(search.hasFewResults).toBe(true);
  });

  it('says how it was understood, and forgets that with the next question', async () => {
    const { search, server } = openSearch();
    server.on('GET /service-guides/search', ({ url }) => ({ status: 200, body: url.includes('x') ? aResult() : aResult({ understoodAs: '按“不动产权证书”查找', isNear: true, total: 30 }) }));
    await search.search('房产证');
    expect([search.understoodAs, search.isNear, search.hasFewResults]).toEqual(['按“不动产权证书”查找', true, true]);
    await search.search('x');
    expect([search.understoodAs, search.isNear]).toEqual([null, false]);
  });

  it('goes on from where the server says', async () => {
    const { search, server } = openSearch();
    server.on('GET /service-guides/search', ({ url }) => ({ status: 200, body: url.includes('offset=20') ? aResult({ items: [aFind({ id: '8' })], total: 2 }) : aResult({ total: 2, nextOffset: 20 }) }));
    await search.search('证');
    await search.results.loadMore();
    expect(search.results.state).toMatchObject({ status: 'ready', value: { items: [{ guide: { id: '7' } }, { guide: { id: '8' } }], total: { label: '2' } } });
    expect(search.results.hasMore).toBe(false);
  });

  it('puts what was suggested into the field', async () => {
    const { search } = openSearch();
    const { number } = search.field;
    await search.searchAgain('社保卡');
    expect(search.field).toEqual({ number: number + 1, text: '社保卡' });
    expect(search.asked).toBe('社保卡');
  });
});

describe('earlier searches', () => {
  it('stay on the device, newest first and few, and can be cleared', async () => {
    const storage = memoryStorage();
    const { search } = openSearch(storage);
    for (const text of ['一', '二', '三', '四', '二']) await search.search(text);
    expect(openSearch(storage).search.recent).toEqual(['二', '四', '三']);
    search.forgetRecent();
    expect(search.recent).toEqual([]);
    expect(openSearch(storage).search.recent).toEqual([]);
  });
});

describe('announcements that answer the question', () => {
  const found = (isNear: boolean): AnnouncementSearchResult => ({ items: [{ announcement: anAnnouncementSummary(), reason: '标题中有“停水”' }], total: 1, nextOffset: null, understoodAs: null, isNear });

  it('come with the guides, are left out when they only come close, and never keep the guides from being shown', async () => {
    const { search, server } = openSearch();
    server.on('GET /announcements/search', () => ({ status: 200, body: found(false) }));
    await search.search('停水');
    expect([search.announcements?.total, search.results.state.status]).toEqual([1, 'ready']);
    server.on('GET /announcements/search', () => ({ status: 200, body: found(true) }));
    await search.search('停电');
    expect(search.announcements).toBeNull();
    server.on('GET /announcements/search', () => 'offline');
    await search.search('停气');
    expect([search.announcements, search.results.state.status]).toEqual([null, 'ready']);
  });
});
