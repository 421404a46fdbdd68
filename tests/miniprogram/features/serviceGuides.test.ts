import { fourFacts, shareText, shareTitle, unpublishedParts } from '../../../src/features/service-guides/guideLabels';
import { GuideStore } from '../../../src/features/service-guides/GuideStore';
import { SearchStore } from '../../../src/features/service-guides/SearchStore';
import { aGuide, memoryStorage, now, openApp, refusal } from '../fakeServer';

const openGuide = (changes = {}, app = openApp()) => {
  app.server.on('GET /service-guides/7', () => ({ status: 200, body: aGuide(changes) }));
  return { ...app, guide: new GuideStore('7', app.stores) };
};

describe('reading a guide', () => {
  it('keeps what was ticked off on the device, by the name of the material', async () => {
    const storage = memoryStorage();
    const { guide } = openGuide({}, openApp({ storage }));
    await guide.load();
    guide.toggleMaterial('居民户口簿');
    const later = openGuide({ requiredMaterials: [{ name: '申请表', note: null, isWaived: false }, { name: '居民户口簿', note: null, isWaived: false }] }, openApp({ storage })).guide;
    await later.load();
    expect([later.checkedCount, later.materialsToBring.length]).toEqual([1, 2]);
    later.toggleMaterial('居民户口簿');
    expect(later.checkedCount).toBe(0);
  });

  it('does not count what need not be brought', async () => {
    const { guide } = openGuide();
    await guide.load();
    expect(guide.materialsToBring.map(({ name }) => name)).toEqual(['居民户口簿']);
    expect(guide.waivedMaterials.map(({ name }) => name)).toEqual(['近期照片']);
  });

  it('shows the last known content with its time when the network is gone', async () => {
    const storage = memoryStorage();
    const { guide } = openGuide({}, openApp({ storage }));
    await guide.load();
    const offline = openApp({ storage, now: () => now + 1000 });
    offline.server.on('GET /service-guides/7', () => 'offline');
    const again = new GuideStore('7', offline.stores);
    await again.load();
    expect(again.state).toMatchObject({ status: 'ready', savedAt: now, value: { name: '居民身份证补领' } });
  });

  it('forgets a guide that was withdrawn', async () => {
    const { guide, server, stores } = openGuide();
    await guide.load();
    expect(stores.recentGuides.guides).toHaveLength(1);
    server.on('GET /service-guides/7', () => ({ status: 404, body: refusal('guide_not_found') }));
    await guide.load();
    expect(guide.state).toMatchObject({ status: 'failed', error: { code: 'guide_not_found' } });
    expect(stores.recentGuides.guides).toEqual([]);
    expect(stores.guideCache.find('7')).toBeNull();
  });

  it('does not ask whether it is a favourite while nobody is signed in', async () => {
    const { guide, server } = openGuide();
    await guide.load();
    expect(server.requests.map(({ url }) => url)).toEqual(['/api/v1/service-guides/7']);
  });
});

describe('what a guide says', () => {
  it('answers the four questions, with units', () => {
    expect(fourFacts(aGuide({ fee: '不收费', audiences: ['natural_person', 'legal_person'] }))).toEqual([
      { term: '多久办好', value: '10 个工作日', note: '法定 60 个工作日内' },
      { term: '要去几次', value: '1 次' },
      { term: '费用', value: '不收费' },
      { term: '谁可以办', value: '个人、企业和其他单位' },
    ]);
  });

  it.each([
    [{ handlingType: 'immediate', committedDays: null } as const, '当场办好'],
    [{ handlingType: 'committed', committedDays: 0 } as const, '当场办好'],
    [{ handlingType: null, committedDays: null } as const, '尚未公布'],
  ])('says how long %j takes', (changes, value) => {
    expect(fourFacts(aGuide(changes))[0]?.value).toBe(value);
  });

  it('names what the department has not published, and nothing else', () => {
    expect(unpublishedParts(aGuide())).toEqual(['收费', '受理条件', '办理地点', '办理时间', '咨询电话', '监督电话']);
  });

  it('is shared with the number of things to bring, and copied with their names and the link', () => {
    expect(shareTitle(aGuide())).toBe('居民身份证补领：要带 1 样材料');
    expect(shareText(aGuide(), 'http://localhost/x')).toBe('居民身份证补领，要带的材料：居民户口簿\nhttp://localhost/x');
  });
});

describe('searching', () => {
  it('trims the question, does not ask an empty one, and notices few results', async () => {
    const { server, stores } = openApp();
    server.on('GET /service-guides', () => ({ status: 200, body: { items: [aGuide()], nextCursor: null, total: { count: 1, label: '1' } } }));
    const search = new SearchStore(stores.guidesApi);
    await search.search('   ');
    expect(search.asked).toBeNull();
    await search.search(' 身份证 ');
    expect(server.requests.map(({ url }) => decodeURIComponent(url))).toEqual(['/api/v1/service-guides?query=身份证&limit=20']);
    expect(search.hasFewResults).toBe(true);
  });
});

test('the amount of a fee is the fact, its exceptions are the note', () => {
  expect(fourFacts(aGuide({ fee: '每证40元。有减免政策的，以窗口告知为准。' }))[2]).toEqual({ term: '费用', value: '每证40元', note: '有减免政策的，以窗口告知为准。' });
});
