import { BoundedCache } from '../../../src/platform/BoundedCache';
import { DisplayStore } from '../../../src/stores/DisplayStore';
import { memoryStorage, openApp } from '../fakeServer';

const departments = { items: [{ id: '1', name: '云岫县公安局', guideCount: 2 }, { id: '2', name: '云岫县档案馆', guideCount: 0 }], nextCursor: null, total: { count: 2, label: '2' } };

describe('BoundedCache', () => {
  it('drops what was saved longest ago', () => {
    const cache = new BoundedCache<string>(memoryStorage(), 'names', 2, () => 0);
    for (const id of ['a', 'b', 'a', 'c']) cache.save(id, id);
    expect(cache.entries().map(({ id }) => id)).toEqual(['c', 'a']);
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
  it('leaves out departments that have nothing to show', async () => {
    const { server, stores } = openApp();
    server.on('GET /departments', () => ({ status: 200, body: departments }));
    await stores.home.load();
    expect(stores.home.state).toMatchObject({ status: 'ready', value: [{ name: '云岫县公安局' }], savedAt: null });
  });

  it('shows the departments of the last visit, with their time, when the network is gone', async () => {
    const storage = memoryStorage();
    const online = openApp({ storage, now: () => 111 });
    online.server.on('GET /departments', () => ({ status: 200, body: departments }));
    await online.stores.home.load();
    const offline = openApp({ storage, now: () => 222 });
    offline.server.on('GET /departments', () => 'offline');
    offline.server.on('GET /site', () => 'offline');
    await offline.stores.home.load();
    expect(offline.stores.home.state).toMatchObject({ status: 'ready', value: [{ id: '1' }], savedAt: 111 });
    expect(offline.stores.site.site?.name).toBe('云岫政务');
  });

  it('fails in words when there is nothing to show instead', async () => {
    const { server, stores } = openApp();
    server.on('GET /departments', () => 'offline');
    await stores.home.load();
    expect(stores.home.state).toMatchObject({ status: 'failed', error: { code: 'network_unreachable' } });
  });
});

describe('the guides tab', () => {
  it('asks with the filter that was chosen, and not again while it stays the same', async () => {
    const { server, stores } = openApp();
    server.on('GET /departments', () => ({ status: 200, body: departments }));
    server.on('GET /service-guides', () => ({ status: 200, body: { items: [], nextCursor: null, total: { count: 0, label: '0' } } }));
    stores.guideBrowser.choose({ audience: 'legal_person', departmentId: '1' });
    await stores.guideBrowser.loadIfChanged();
    await stores.guideBrowser.loadIfChanged();
    const asked = server.requests.filter(({ url }) => url.includes('/service-guides'));
    expect(asked.map(({ url }) => url)).toEqual(['/api/v1/service-guides?limit=20&audience=legal_person&departmentId=1']);
    expect(stores.guideBrowser.department?.name).toBe('云岫县公安局');
  });

  it('lists guides although the departments could not be had', async () => {
    const { server, stores } = openApp();
    server.on('GET /service-guides', () => ({ status: 200, body: { items: [], nextCursor: null, total: { count: 0, label: '0' } } }));
    await stores.guideBrowser.load();
    expect(stores.guideBrowser.list.state.status).toBe('ready');
  });
});
