import type { FeatureEndpoints } from '../../endpoint';
import { addFavourite } from './addFavourite';
import { addFavouriteAnnouncement } from './addFavouriteAnnouncement';
import { getFavourite } from './getFavourite';
import { getFavouriteAnnouncement } from './getFavouriteAnnouncement';
import { listFavouriteAnnouncements } from './listFavouriteAnnouncements';
import { listFavourites } from './listFavourites';
import { removeFavourite } from './removeFavourite';
import { removeFavouriteAnnouncement } from './removeFavouriteAnnouncement';

export const favourites: FeatureEndpoints = {
  tag: '收藏',
  citizen: {
    listFavourites,
    getFavourite,
    addFavourite,
    removeFavourite,
    listFavouriteAnnouncements,
    getFavouriteAnnouncement,
    addFavouriteAnnouncement,
    removeFavouriteAnnouncement,
  },
};
