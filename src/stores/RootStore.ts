import type { Home } from '../../server/contract/home';
import type { ServiceGuide, ServiceGuidePage } from '../../server/contract/serviceGuides';
import { ApiClient, type Transport } from '../api/ApiClient';
import { announcementsApi } from '../api/announcementsApi';
import { favouritesApi, keptIn } from '../api/favouritesApi';
import { feedbackApi } from '../api/feedbackApi';
import { serviceGuidesApi } from '../api/serviceGuidesApi';
import { sessionsApi } from '../api/sessionsApi';
import { siteApi } from '../api/siteApi';
import { BoundedCache } from '../platform/BoundedCache';
import type { DeviceStorage } from '../platform/DeviceStorage';
import type { SignInDoor } from '../platform/SignInDoor';
import { DisplayStore } from './DisplayStore';
import { FavouritesStore } from './FavouritesStore';
import { GuideBrowserStore } from './GuideBrowserStore';
import type { GuideGroup } from './guideGroups';
import { HomeStore } from './HomeStore';
import { PrivacyStore } from './PrivacyStore';
import { RecentGuidesStore, type RecentGuide } from './RecentGuidesStore';
import { SessionStore } from './SessionStore';
import { SiteStore } from './SiteStore';

/** What the stores need from the outside; tests give their own. */
export interface Surroundings {
  baseUrl: string;
  transport: Transport;
  storage: DeviceStorage;
  door: SignInDoor;
  now: () => number;
  weChatTextFactor: number;
  openSignInPage: (from: string) => void;
}

/** How much is kept on the device of each kind. */
const keptGuides = 30;
const keptRecentGuides = 8;
const keptLists = 6;
/** Topics, departments, offices. */
const groupSorts = 3;

export type RootStore = ReturnType<typeof createRootStore>;

/** Puts the stores together. Features build their own on top of `client`, `guidesApi` and the caches. */
export const createRootStore = ({ baseUrl, transport, storage, door, now, weChatTextFactor, openSignInPage }: Surroundings) => {
  const openClient = new ApiClient(baseUrl, transport);
  const publicSite = siteApi(openClient);
  const guidesApi = serviceGuidesApi(openClient);
  const site = new SiteStore(publicSite, storage);
  const privacy = new PrivacyStore();
  const session = new SessionStore({ api: sessionsApi(openClient), storage, door, site, privacy, openSignInPage });
  /** Calls in the name of the signed-in citizen. */
  const client = new ApiClient(baseUrl, transport, session);
  const favourites = favouritesApi(client);
  return {
    now,
    storage,
    door,
    client,
    siteApi: publicSite,
    guidesApi,
    announcementsApi: announcementsApi(openClient),
    feedbackApi: feedbackApi(openClient),
    favouritesApi: favourites,
    site,
    privacy,
    session,
    display: new DisplayStore(storage, weChatTextFactor),
    favourites: new FavouritesStore(favourites),
    favouriteAnnouncements: new FavouritesStore(keptIn(client, '/announcement-favourites')),
    home: new HomeStore(publicSite, site, new BoundedCache<Home>(storage, 'home', 1, now)),
    guideBrowser: new GuideBrowserStore(publicSite, new BoundedCache<GuideGroup[]>(storage, 'guide-groups', groupSorts, now)),
    guideListCache: new BoundedCache<ServiceGuidePage>(storage, 'group-lists', keptLists, now),
    recentGuides: new RecentGuidesStore(new BoundedCache<RecentGuide>(storage, 'recent-guides', keptRecentGuides, now)),
    guideCache: new BoundedCache<ServiceGuide>(storage, 'guide-documents', keptGuides, now),
    /** Names of the materials ticked off, by guide. */
    checklistCache: new BoundedCache<string[]>(storage, 'checklists', keptGuides, now),
  };
};
