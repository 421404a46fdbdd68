import type { GuideSearchResult } from '../../../server/contract/guideSearch';
import type { Town } from './town';
import type { Visit } from './visit';

/** What the county has most guides of. */
export const officeCode = 'YX-ZX';
export const officeName = '云岫县政务服务中心';

export const guideName = '居民身份证补领';

const guidePath = (guideId: string): string => `/features/service-guides/pages/detail/index?guideId=${guideId}`;
const versionsPath = (id: string): string => `/features/service-guides/pages/versions/index?guideId=${id}`;
const listPath = (by: string, value: string): string => `/features/service-guides/pages/list/index?by=${by}&value=${value}`;
export const officePath = `/features/offices/pages/detail/index?officeCode=${officeCode}`;
export const helpPath = '/features/help/pages/help/index';
export const feedbackPath = '/features/help/pages/feedback/index';
export const searchPage = '/features/service-guides/pages/search/index';
const searchPath = (query: string): string => `${searchPage}?query=${encodeURIComponent(query)}`;

/** The id of the guide that the journeys read. */
const guideId = async (town: Town): Promise<string> => {
  const reply = await fetch(`${town.address}/api/v1/service-guides/search?query=${encodeURIComponent(guideName)}`);
  const { items } = (await reply.json()) as GuideSearchResult;
  const found = items.find(({ guide }) => guide.name === guideName);
  if (found === undefined) throw new Error(`the demo county has no guide ${guideName}`);
  return found.guide.id;
};

/** The address of the guide that the journeys read. */
export const guideAddress = async (town: Town): Promise<string> => guidePath(await guideId(town));

export const unknownGuide = guidePath('987654321');

/** What a browser says of the pages that are about nothing. */
export const unknownReplies = /status of 404 .*\/(service-guides\/987654321|offices\/nowhere|staff-invitations\/A+)$/;

export const searchEntrance = '说说您要办什么，例如“身份证丢了”';

export interface AppPage {
  name: string;
  path: string;
}

/** Every page that looks the same to everybody, once in each shape it can have. */
export const openPages = async (town: Town): Promise<AppPage[]> => [
  { name: 'home', path: '/pages/home/index' },
  { name: 'guides', path: '/pages/service-guides/index' },
  { name: 'guides of a topic', path: listPath('topic', 'np.certificates') },
  { name: 'guides of an office', path: listPath('officeCode', officeCode) },
  { name: 'guides of no topic', path: listPath('topic', 'np.nothing') },
  { name: 'office', path: officePath },
  { name: 'office, unknown', path: '/features/offices/pages/detail/index?officeCode=nowhere' },
  { name: 'help', path: helpPath },
  { name: 'feedback', path: feedbackPath },
  { name: 'feedback on a guide', path: `${feedbackPath}?guideId=${await guideId(town)}` },
  { name: 'search, before a question', path: searchPage },
  { name: 'search, with results', path: searchPath('身份证') },
  { name: 'search, nothing found', path: searchPath('qqqq') },
  { name: 'guide', path: await guideAddress(town) },
  { name: 'guide, unknown', path: unknownGuide },
  { name: 'versions', path: versionsPath(await guideId(town)) },
  { name: 'privacy policy', path: '/features/account/pages/privacy-policy/index' },
  { name: 'sign in', path: '/features/account/pages/sign-in/index' },
  { name: 'no such page', path: '/pages/nothing/index' },
];

/** The pages that belong to somebody: they ask strangers to sign in. */
export const ownPages: readonly AppPage[] = [
  { name: 'my', path: '/pages/my/index' },
  { name: 'invitation, used up', path: `/features/staff/pages/invitation/index?token=${'A'.repeat(43)}` },
  { name: 'workbench', path: '/features/staff/pages/workbench/index' },
  { name: 'reports', path: '/features/staff/pages/reports/index' },
  { name: 'departments', path: '/features/staff/pages/departments/index' },
  { name: 'offices', path: '/features/staff/pages/offices/index' },
  { name: 'everyday words', path: '/features/staff/pages/synonyms/index' },
  { name: 'imports', path: '/features/staff/pages/imports/index' },
  { name: 'searches without result', path: '/features/staff/pages/searches/index' },
  { name: 'guide drafts', path: '/features/staff/pages/guide-drafts/index' },
  { name: 'guide draft', path: '/features/staff/pages/guide-draft/index?draftId=00000000-0000-4000-8000-000000000201' },
  { name: 'yearly look at guides', path: '/features/staff/pages/guide-review/index' },
  { name: 'confirming', path: '/features/staff/pages/confirm/index' },
  { name: 'inbox', path: '/features/inbox/pages/inbox/index' },
  { name: 'follows', path: '/features/inbox/pages/follows/index' },
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
