import { autorun } from 'mobx';
import { BoundedCache } from '../../../src/platform/BoundedCache';
import { DisplayStore } from '../../../src/stores/DisplayStore';
import { memoryStorage, openApp } from '../fakeServer';
import { aSummary } from '../guideSummaries';

describe('BoundedCache', () => {
  it('drops what was saved longest ago', () => {
    const cache = new BoundedCache<string>(memoryStorage(), 'names', 2, () => 0);
    for (const id of ['a', 'b', 'a', 'c']) cache.save(id, id);
    expect(cache.entries().map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('drops the oldest when they are too long for the device together', () => {
    const cache = new BoundedCache<string>(memoryStorage(), 'names', 9, () => 0);
    for (const id of ['a', 'b', 'c']) cache.save(id, '字'.repeat(120_000));
    expect(cache.entries().map(({ id }) => id)).toEqual(['c', 'b']);
    cache.save('d', '字'.repeat(900_000));
    expect(cache.entries().map(({ id }) => id)).toEqual(['d']);
  });

  it('is empty when the device kept something else under its name', () => {
    const storage = memoryStorage();
    storage.write('names', 'broken');
    expect(new BoundedCache<string>(storage, 'names', 2, () => 0).entries()).toEqual([]);
  });
});

describe('elder mode', () => {
  it('is remembered on the device', () => {
    const storage = memoryStorage();
    new DisplayStore(storage, 1).toggleElder();
    expect(new DisplayStore(storage, 1).isElder).toBe(true);
  });

  it('follows the text size of WeChat without enlarging twice', () => {
    const display = new DisplayStore(memoryStorage(), 1.4);
    expect(display.textScale).toBe(1.4);
    display.toggleElder();
    expect(display.textScale * (22 / 17)).toBeCloseTo(1.4);
  });

  it.each([0.8, Number.NaN, -1])('never draws text smaller than the design: factor %d', (factor) => {
    expect(new DisplayStore(memoryStorage(), factor).textScale).toBe(1);
  });
});

describe('the home page', () => {
  const home = { topics: [{ code: 'np.household', kind: 'natural_person', name: '户籍办理', guideCount: 3 }], mostUsed: [aSummary()], urgentNotices: [], newestAnnouncements: [] };

  it('shows site and content in one change', async () => {
    const { server, stores } = openApp();
    server.on('GET /home', () => ({ status: 200, body: home }));
    const seen: string[] = [];
    const stop = autorun(() => seen.push(`${stores.site.site?.name ?? ''} ${stores.home.state.status}`));
    await stores.home.load();
    stop();
    expect(stores.home.state).toMatchObject({ status: 'ready', value: home, savedAt: null });
    expect(seen[seen.length - 1]).toBe('云岫政务 ready');
  });

  it('shows what it showed last, with its time, when the network is gone', async () => {
    const storage = memoryStorage();
    const online = openApp({ storage, now: () => 111 });
    online.server.on('GET /home', () => ({ status: 200, body: home }));
    await online.stores.home.load();
    const offline = openApp({ storage, now: () => 222 });
    offline.server.on('GET /home', () => 'offline');
    offline.server.on('GET /site', () => 'offline');
    await offline.stores.home.load();
    expect(offline.stores.home.state).toMatchObject({ status: 'ready', value: home, savedAt: 111 });
    expect(offline.stores.site.site?.name).toBe('云岫政务');
  });

  it('fails in words when there is nothing to show instead', async () => {
    const { server, stores } = openApp();
    server.on('GET /home', () => 'offline');
    await stores.home.load();
    expect(stores.home.state).toMatchObject({ status: 'failed', error: { code: 'network_unreachable' } });
  });
});
