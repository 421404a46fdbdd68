import type { Town } from './town';
import type { Visit } from './visit';

export const guideName = '居民身份证补领';

const guidePath = (guideId: string): string => `/features/service-guides/pages/detail/index?guideId=${guideId}`;
const searchPath = (query: string): string => `/features/service-guides/pages/search/index?query=${encodeURIComponent(query)}`;

/** The address of the guide that the journeys read. */
export const guideAddress = async (town: Town): Promise<string> => {
  const reply = await fetch(`${town.address}/api/v1/service-guides?query=${encodeURIComponent(guideName)}`);
  const { items } = (await reply.json()) as { items: { id: string }[] };
  const [guide] = items;
  if (guide === undefined) throw new Error(`the demo county has no guide ${guideName}`);
  return guidePath(guide.id);
};

export const unknownGuide = guidePath('987654321');

export interface AppPage {
  name: string;
  path: string;
}

/** Every page that looks the same to everybody, once in each shape it can have. */
export const openPages = async (town: Town): Promise<AppPage[]> => [
  { name: 'home', path: '/pages/home/index' },
  { name: 'guides', path: '/pages/service-guides/index' },
  { name: 'search, before a question', path: '/features/service-guides/pages/search/index' },
  { name: 'search, with results', path: searchPath('身份证') },
  { name: 'search, nothing found', path: searchPath('xyzxyz') },
  { name: 'guide', path: await guideAddress(town) },
  { name: 'guide, unknown', path: unknownGuide },
  { name: 'privacy policy', path: '/features/account/pages/privacy-policy/index' },
  { name: 'sign in', path: '/features/account/pages/sign-in/index' },
  { name: 'no such page', path: '/pages/nothing/index' },
];

/** The pages that belong to somebody: they ask strangers to sign in. */
export const ownPages: readonly AppPage[] = [
  { name: 'my', path: '/pages/my/index' },
  { name: 'favourites', path: '/features/favourites/pages/list/index' },
  { name: 'phone number', path: '/features/account/pages/phone-number/index' },
  { name: 'sessions', path: '/features/account/pages/sessions/index' },
];

/** Opens everything on the page that opens, so that what is inside is looked at as well. */
export const unfold = async (visit: Visit): Promise<void> => {
  for (;;) {
    const closed = visit.page.getByRole('button', { expanded: false }).first();
    if ((await closed.count()) === 0) return;
    await closed.tap();
  }
};
