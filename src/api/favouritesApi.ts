import type { FavouritePage, KeptSince } from '../../server/contract/favourites';
import type { ApiClient } from './ApiClient';

/** What the signed-in citizen keeps, by the collection it stands in. */
export const keptIn = (client: ApiClient, collection: '/favourites' | '/announcement-favourites') => {
  const pathOf = (id: string) => `${collection}/${encodeURIComponent(id)}`;
  return {
    isFavourite: async (id: string): Promise<boolean> => (await client.request<KeptSince>({ path: pathOf(id) })).favouredAt !== null,
    addFavourite: (id: string) => client.request<void>({ method: 'PUT', path: pathOf(id) }),
    removeFavourite: (id: string) => client.request<void>({ method: 'DELETE', path: pathOf(id) }),
  };
};
export type KeptApi = ReturnType<typeof keptIn>;

/** The signed-in citizen's kept guides. */
export const favouritesApi = (client: ApiClient) => ({
  listFavourites: (cursor?: string) => client.request<FavouritePage>({ path: '/favourites', query: { cursor } }),
  ...keptIn(client, '/favourites'),
});
export type FavouritesApi = ReturnType<typeof favouritesApi>;
