import type { FavouritePage, KeptSince } from '../../server/contract/favourites';
import type { ApiClient } from './ApiClient';

const pathOf = (guideId: string) => `/favourites/${encodeURIComponent(guideId)}`;

/** The signed-in citizen's kept guides. */
export const favouritesApi = (client: ApiClient) => ({
  listFavourites: (cursor?: string) => client.request<FavouritePage>({ path: '/favourites', query: { cursor } }),
  isFavourite: async (guideId: string): Promise<boolean> => (await client.request<KeptSince>({ path: pathOf(guideId) })).favouredAt !== null,
  addFavourite: (guideId: string) => client.request<void>({ method: 'PUT', path: pathOf(guideId) }),
  removeFavourite: (guideId: string) => client.request<void>({ method: 'DELETE', path: pathOf(guideId) }),
});
export type FavouritesApi = ReturnType<typeof favouritesApi>;
