import { GuideListStore } from '../../../src/features/service-guides/GuideListStore';
import { memoryStorage, openApp, refusal } from '../fakeServer';
import { aPage, aSummary } from '../guideSummaries';

const departments = { items: [{ id: '1', name: '云岫县公安局', guideCount: 2 }], nextCursor: null, total: { count: 1, label: '1' } };
const company = aSummary({ id: '8', audiences: ['legal_person'] });
const everybody = aSummary({ id: '9', audiences: ['natural_person', 'legal_person'] });

const openList = (page = aPage(), changes = {}) => {
  const app = openApp(changes);
  app.server.on('GET /departments', () => ({ status: 200, body: departments }));
  app.server.on('GET /topics', () => ({ status: 200, body: { items: [{ code: 'lp.tax', kind: 'legal_person', name: '税收财务', guideCount: 1 }] } }));
  app.server.on('GET /service-guides', () => ({ status: 200, body: page }));
  return { ...app, list: new GuideListStore('departmentId', '1', app.stores) };
};

describe('the guides of a group', () => {
  it('come under the name of the group', async () => {
    const { list, server } = openList();
    await list.load();
    expect(list.group?.name).toBe('云岫县公安局');
    expect(server.requests.map(({ url }) => url)).toContain('/api/v1/service-guides?departmentId=1&limit=20');
  });

  it.each([
    ['people and companies', [aSummary(), company], null, true],
    ['people only', [aSummary()], null, false],
    ['people, and things for everybody', [aSummary(), everybody], null, false],
    ['more than a page', [aSummary()], 'more', true],
  ])('with %s, whether a choice between them is offered: %#', async (_what, items, nextCursor, isOffered) => {
    const { list } = openList(aPage(items, nextCursor));
    await list.load();
    expect(list.offersAudience).toBe(isOffered);
  });

  it('keep the choice on the page once it was used', async () => {
    const { list, server } = openList(aPage([aSummary(), company]));
    await list.load();
    server.on('GET /service-guides', () => ({ status: 200, body: aPage([company]) }));
    await list.choose('legal_person');
    expect(list.offersAudience).toBe(true);
    expect(server.requests.map(({ url }) => url)).toContain('/api/v1/service-guides?departmentId=1&limit=20&audience=legal_person');
  });

  it('of a topic for companies offer no choice', async () => {
    const { stores } = openList(aPage([aSummary()], 'more'));
    const list = new GuideListStore('topic', 'lp.tax', stores);
    await list.load();
    expect([list.group?.name, list.offersAudience]).toEqual(['税收财务', false]);
  });

  it('are shown as they were last, without a network', async () => {
    const storage = memoryStorage();
    await openList(aPage(), { storage, now: () => 111 }).list.load();
    const { list, server } = openList(aPage(), { storage, now: () => 222 });
    for (const path of ['/departments', '/service-guides']) server.on(`GET ${path}`, () => 'offline');
    await list.load();
    expect(list.list.state).toMatchObject({ status: 'ready', savedAt: 111, value: { items: [{ id: '7' }] } });
    expect(list.group?.name).toBe('云岫县公安局');
  });

  it('are none where the link was cut, and that is no failure', async () => {
    const { list, server } = openList();
    server.on('GET /service-guides', () => ({ status: 400, body: refusal('request_invalid') }));
    await list.load();
    expect(list.list.state).toMatchObject({ status: 'ready', value: { items: [] } });
  });

  it('are listed although the name of the group could not be had', async () => {
    const { list, server } = openList();
    server.on('GET /departments', () => ({ status: 503, body: refusal('service_unavailable') }));
    await list.load();
    expect(list.list.state).toMatchObject({ status: 'ready', value: { items: [{ id: '7' }] } });
    expect(list.group).toBeNull();
  });
});
