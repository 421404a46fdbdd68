import { memoryStorage, openApp } from '../fakeServer';

const topic = (code: string, kind: string, guideCount = 2) => ({ code, kind, name: code, guideCount });
const topics = { items: [topic('np.household', 'natural_person'), topic('np.other', 'natural_person', 0), topic('lp.tax', 'legal_person'), topic('le.baby', 'life_event')] };
const department = (id: string, guideCount: number) => ({ id, name: `部门 ${id}`, guideCount });
const office = (code: string) => ({ code, name: code, address: `${code} 路 1 号`, openingHours: null, phone: null, transport: null, accessibility: null, location: null, guideCount: 4 });
const total = { count: 2, label: '2' };

const openBrowser = (changes = {}) => {
  const app = openApp(changes);
  app.server.on('GET /topics', () => ({ status: 200, body: topics }));
  app.server.on('GET /departments', () => ({ status: 200, body: { items: [department('1', 3), department('2', 0)], nextCursor: null, total } }));
  app.server.on('GET /offices', ({ url }) => ({
    status: 200,
    body: url.includes('cursor=second') ? { items: [office('XH')], nextCursor: null, total } : { items: [office('ZX')], nextCursor: 'second', total },
  }));
  return { ...app, browser: app.stores.guideBrowser };
};

const names = ({ state }: ReturnType<typeof openBrowser>['browser']) => (state.status === 'ready' ? state.value.map(({ value }) => value) : state.status);

describe('the ways into the guides', () => {
  it('leave out what leads nowhere', async () => {
    const { browser } = openBrowser();
    await browser.loadIfNeeded();
    expect(names(browser)).toEqual(['np.household']);
    browser.choose('department');
    await browser.loadIfNeeded();
    expect(names(browser)).toEqual(['1']);
  });

  it('ask once for all topics, whichever kind is looked at', async () => {
    const { browser, server } = openBrowser();
    await browser.loadIfNeeded();
    for (const kind of ['legal_person', 'life_event', 'natural_person'] as const) browser.choose(kind);
    browser.choose('life_event');
    expect(names(browser)).toEqual(['le.baby']);
    expect(server.count('GET /topics')).toBe(1);
  });

  it('put all pages of the offices together', async () => {
    const { browser } = openBrowser();
    browser.choose('office');
    await browser.loadIfNeeded();
    expect(browser.state).toMatchObject({ status: 'ready', value: [{ value: 'ZX', note: 'ZX 路 1 号', count: 4 }, { value: 'XH' }] });
  });

  it('show what was known before, with its time, without a network, and ask again when the tab is opened again', async () => {
    const storage = memoryStorage();
    await openBrowser({ storage, now: () => 111 }).browser.loadIfNeeded();
    const { browser, server } = openBrowser({ storage, now: () => 222 });
    server.on('GET /topics', () => 'offline');
    await browser.loadIfNeeded();
    expect(browser.state).toMatchObject({ status: 'ready', savedAt: 111, value: [{ value: 'np.household' }] });
    server.on('GET /topics', () => ({ status: 200, body: topics }));
    await browser.loadIfNeeded();
    expect(browser.state).toMatchObject({ status: 'ready', savedAt: null });
  });

  it('know the name of one group, and that another does not exist', async () => {
    const { browser, server } = openBrowser();
    const [known, unknown] = await Promise.all([browser.findGroup('topic', 'lp.tax'), browser.findGroup('topic', 'np.nothing')]);
    expect(known).toMatchObject({ name: 'lp.tax', kind: 'legal_person' });
    expect(unknown).toBeNull();
    expect(server.count('GET /topics')).toBe(1);
  });
});
