import { choiceAnchor, descriptionAnchor, phoneAnchor } from '../../../src/features/help/feedbackProblems';
import { FeedbackStore, type FeedbackDraft } from '../../../src/features/help/FeedbackStore';
import { ReportedGuideStore } from '../../../src/features/help/ReportedGuideStore';
import { BoundedCache } from '../../../src/platform/BoundedCache';
import { newUuid } from '../../../src/platform/newUuid';
import { aGuide, memoryStorage, openApp, refusal } from '../fakeServer';

const receipt = { referenceNumber: 'FK-0001', receivedAt: '2026-11-22T01:00:00.000Z', handledBy: '云岫县公安局' };

const openFeedback = (guideId: string | null = null, storage = memoryStorage()) => {
  const { server, stores } = openApp({ storage });
  const ids: string[] = [];
  const newId = () => {
    const id = `id-${storage.kept.size}-${ids.length}`;
    ids.push(id);
    server.on(`PUT /feedback/${id}`, answer);
    return id;
  };
  const reply = { current: { status: 200, body: receipt } as { status: number; body: unknown } | 'offline' };
  const answer = () => reply.current;
  const drafts = new BoundedCache<FeedbackDraft>(storage, 'feedback-drafts', 5, () => 0);
  const kept = drafts.find(guideId ?? 'mini_program')?.value.feedbackId;
  if (kept !== undefined) server.on(`PUT /feedback/${kept}`, answer);
  return { server, stores, reply, drafts, store: new FeedbackStore(guideId, { api: stores.feedbackApi, drafts, newId }) };
};

const fill = (store: FeedbackStore, choice = 'suggestion') => {
  store.choose(choice);
  store.typeDescription('  希望字再大一些  ');
};

describe('a feedback', () => {
  it('says what is missing at each field, and sends nothing', async () => {
    const { store, server } = openFeedback();
    store.typeDescription(' 好的 ');
    store.typeContactPhone('123');
    await store.send();
    expect(store.problems.map(({ anchor }) => anchor)).toEqual([choiceAnchor, descriptionAnchor, phoneAnchor]);
    expect(server.requests).toEqual([]);
  });

  it.each([
    [499, []],
    [500, []],
    [501, [descriptionAnchor]],
  ])('may have %d characters', async (length, anchors) => {
    const { store } = openFeedback();
    fill(store);
    // Outside the basic plane: two units of UTF-16, one character to a person.
    store.typeDescription('𠮷'.repeat(length));
    await store.send();
    expect(store.problems.map(({ anchor }) => anchor)).toEqual(anchors);
  });

  it('about the mini-program carries its kind, and the phone only where one was given', async () => {
    const { store, server } = openFeedback();
    fill(store);
    await store.send();
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ subject: 'mini_program', kind: 'suggestion', description: '希望字再大一些' });
    expect(store.received).toEqual(receipt);
  });

  it('about a guide carries the guide and the part', async () => {
    const { store, server } = openFeedback('7');
    fill(store, 'materials');
    store.typeContactPhone('199 0000-0001');
    await store.send();
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ subject: 'guide', guideId: '7', part: 'materials', description: '希望字再大一些', contactPhone: '19900000001' });
  });

  it('is sent once although the button is pressed twice', async () => {
    const { store, server } = openFeedback();
    fill(store);
    await Promise.all([store.send(), store.send()]);
    await store.send();
    expect(server.requests).toHaveLength(1);
  });

  it('keeps what was written, also over a restart, and is sent again under the same id', async () => {
    const storage = memoryStorage();
    const first = openFeedback(null, storage);
    fill(first.store);
    first.reply.current = 'offline';
    await first.store.send();
    expect(first.store.problems).toEqual([{ anchor: null, message: '网络没有连上，请检查手机网络后重试。' }]);
    expect(first.store.description).toContain('希望字再大一些');

    const second = openFeedback(null, storage);
    expect([second.store.choice, second.store.description]).toEqual(['suggestion', '  希望字再大一些  ']);
    await second.store.send();
    expect(second.server.requests[0]?.url).toBe(first.server.requests[0]?.url);
    expect(second.store.received).toEqual(receipt);
    expect(openFeedback(null, storage).store.description).toBe('');
  });

  it('gets another id when its words were changed after a try that may have arrived', async () => {
    const { store, server, reply } = openFeedback();
    fill(store);
    reply.current = 'offline';
    await store.send();
    await store.send();
    store.typeDescription('希望字再大一些，行距也大一些');
    reply.current = { status: 200, body: receipt };
    await store.send();
    const [first, again, changed] = server.requests.map(({ url }) => url);
    expect(again).toBe(first);
    expect(changed).not.toBe(first);
  });

  it('says that it was too often, and keeps the words', async () => {
    const { store, reply } = openFeedback();
    fill(store);
    reply.current = { status: 429, body: refusal('rate_limited') };
    await store.send();
    expect(store.problems[0]?.message).toContain('过一会儿');
    expect(store.description).toContain('希望字再大一些');
  });

  it('puts the words of the server at the field they belong to', async () => {
    const { store, reply } = openFeedback();
    fill(store);
    reply.current = { status: 400, body: { ...refusal('request_invalid'), fieldErrors: [{ field: 'body.contactPhone', message: '号码不对' }] } };
    await store.send();
    expect(store.problemAt(phoneAnchor)).toBe('号码不对');
  });

  it('that was emptied again leaves nothing behind', () => {
    const storage = memoryStorage();
    const { store } = openFeedback(null, storage);
    store.typeDescription('算了');
    store.keepDraft();
    store.typeDescription('');
    store.keepDraft();
    expect(openFeedback(null, storage).drafts.entries()).toEqual([]);
  });

  it('of one guide does not show up at another', () => {
    const storage = memoryStorage();
    fill(openFeedback('7', storage).store, 'fee');
    expect(openFeedback('8', storage).store.choice).toBeNull();
    expect(openFeedback('7', storage).store.choice).toBe('fee');
  });
});

describe('the guide that is reported', () => {
  it('is named from the device where it was read before', async () => {
    const { server, stores } = openApp();
    stores.guideCache.save('7', aGuide());
    const guide = new ReportedGuideStore('7', stores.guidesApi, stores.guideCache);
    await guide.load();
    expect(guide.name).toBe('居民身份证补领');
    expect(server.requests).toEqual([]);
  });

  it.each([
    [404, 'guide_not_found', true],
    [400, 'request_invalid', true],
    [503, 'service_unavailable', false],
  ])('is gone or not: %d %s', async (status, code, isGone) => {
    const { server, stores } = openApp();
    server.on('GET /service-guides/7', () => ({ status, body: refusal(code) }));
    const guide = new ReportedGuideStore('7', stores.guidesApi, stores.guideCache);
    await guide.load();
    expect(guide.isGone).toBe(isGone);
  });
});

describe('newUuid', () => {
  const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it.each([['with', true], ['without', false]])('%s a random source of the platform, gives a UUID of version 4, and never the same twice', (_how, hasCrypto) => {
    const given = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value: hasCrypto ? { getRandomValues: (bytes: Uint8Array) => bytes.map((_byte, place) => Math.floor(Math.random() * 256) ^ place) } : undefined, configurable: true });
    const ids = Array.from({ length: 500 }, newUuid);
    if (given === undefined) Reflect.deleteProperty(globalThis, 'crypto');
    else Object.defineProperty(globalThis, 'crypto', given);
    expect(ids.filter((id) => !version4.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
