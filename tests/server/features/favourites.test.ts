import type { FavouritePage } from '../../../server/contract/favourites';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let mine: { authorization: string };
let theirs: { authorization: string };
beforeAll(async () => {
  t = await startTestApp();
  mine = await t.signIn('grandmother');
  theirs = await t.signIn('young_father');
});
afterAll(() => t.close());

const list = async (headers: { authorization: string }, query = ''): Promise<FavouritePage> =>
  (await t.app.inject({ url: `/api/v1/favourites${query}`, headers })).json<FavouritePage>();

test('keeping a guide twice keeps it once, and removing it twice is no error', async () => {
  const id = await insertGuide(t.database);
  for (const _ of [1, 2]) expect((await t.app.inject({ method: 'PUT', url: `/api/v1/favourites/${id}`, headers: mine })).statusCode).toBe(204);
  expect((await list(mine)).items.map((favourite) => favourite.guide.id)).toEqual([id]);
  expect((await t.app.inject({ url: `/api/v1/favourites/${id}`, headers: mine })).json()).toEqual({ favouredAt: t.clock.now().toISOString() });
  for (const _ of [1, 2]) expect((await t.app.inject({ method: 'DELETE', url: `/api/v1/favourites/${id}`, headers: mine })).statusCode).toBe(204);
  expect((await list(mine)).items).toEqual([]);
  expect((await t.app.inject({ url: `/api/v1/favourites/${id}`, headers: mine })).json()).toEqual({ favouredAt: null });
});

test('a guide that does not exist cannot be kept', async () => {
  const reply = await t.app.inject({ method: 'PUT', url: '/api/v1/favourites/123456789', headers: mine });
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([404, 'guide_not_found']);
});

test("nobody sees or changes another person's favourites", async () => {
  const id = await insertGuide(t.database);
  await t.app.inject({ method: 'PUT', url: `/api/v1/favourites/${id}`, headers: mine });
  expect((await list(theirs)).items).toEqual([]);
  expect((await t.app.inject({ url: `/api/v1/favourites/${id}`, headers: theirs })).json()).toEqual({ favouredAt: null });
  await t.app.inject({ method: 'DELETE', url: `/api/v1/favourites/${id}`, headers: theirs });
  expect((await list(mine)).items).toHaveLength(1);
  await t.app.inject({ method: 'DELETE', url: `/api/v1/favourites/${id}`, headers: mine });
});

test('favourites come newest first and are paged without repeating, also when many were kept in the same instant', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    if (index > 4) t.clock.advance(1_000);
    const id = await insertGuide(t.database);
    ids.push(id);
    await t.app.inject({ method: 'PUT', url: `/api/v1/favourites/${id}`, headers: theirs });
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: FavouritePage = await list(theirs, `?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map((favourite) => favourite.guide.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([...ids].reverse());
});

test('an installation that has not switched favourites on has no trace of them', async () => {
  const without = await startTestApp({ FEATURES: 'phone_number' });
  const reply = await without.app.inject({ url: '/api/v1/favourites', headers: mine });
  expect(reply.json()).toMatchObject({ code: 'route_not_found' });
  const { paths } = (await without.app.inject('/openapi.json')).json<{ paths: object }>();
  expect(Object.keys(paths).filter((path) => path.includes('favourites'))).toEqual([]);
  expect((await without.app.inject('/api/v1/site')).json<{ features: string[] }>().features).toEqual(['phone_number']);
  await without.close();
});
