import type { FeatureEndpoints } from '../../endpoint';
import { addFavourite } from './addFavourite';
import { getFavourite } from './getFavourite';
import { listFavourites } from './listFavourites';
import { removeFavourite } from './removeFavourite';

export const favourites: FeatureEndpoints = {
  tag: '收藏',
  citizen: { listFavourites, getFavourite, addFavourite, removeFavourite },
};
