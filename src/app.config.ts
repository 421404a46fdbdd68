const isBrowser = process.env.TARO_ENV === 'h5';

/** In the browser a token cannot stand here, and the app draws its own bars; in WeChat the values stand in theme.json. */
const bars = isBrowser
  ? { navigationBarBackgroundColor: '#FFFFFF', navigationBarTextStyle: 'black' as const, backgroundColor: '#F4F6F8', navigationStyle: 'custom' as const }
  : { navigationBarBackgroundColor: '@bar', navigationBarTextStyle: '@barText' as 'black', backgroundColor: '@page', backgroundTextStyle: '@loading' as 'dark' };

const tab = (name: string, text: string, icon: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  ...(isBrowser ? {} : { iconPath: `@${icon}Icon`, selectedIconPath: `@${icon}SelectedIcon` }),
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/service-guides/index', 'pages/my/index'],
  subPackages: [
    { root: 'features/service-guides', pages: ['pages/search/index', 'pages/list/index', 'pages/detail/index', 'pages/versions/index'] },
    { root: 'features/announcements', pages: ['pages/list/index', 'pages/detail/index', 'pages/version/index'] },
    { root: 'features/offices', pages: ['pages/detail/index'] },
    { root: 'features/help', pages: ['pages/help/index', 'pages/feedback/index'] },
    { root: 'features/favourites', pages: ['pages/list/index'] },
    { root: 'features/inbox', pages: ['pages/inbox/index', 'pages/follows/index'] },
    { root: 'features/account', pages: ['pages/sign-in/index', 'pages/phone-number/index', 'pages/sessions/index', 'pages/privacy-policy/index'] },
    { root: 'features/staff', pages: ['pages/invitation/index', 'pages/workbench/index', 'pages/reports/index', 'pages/searches/index', 'pages/departments/index', 'pages/offices/index', 'pages/synonyms/index', 'pages/imports/index', 'pages/confirm/index', 'pages/announcements/index', 'pages/announcement-draft/index', 'pages/announcement/index', 'pages/body-names/index', 'pages/guide-drafts/index', 'pages/guide-draft/index', 'pages/guide-review/index', 'pages/members/index', 'pages/member/index', 'pages/invite-member/index', 'pages/audit/index'] },
    { root: 'features/wayfinding', pages: ['pages/not-found/index'] },
  ],
  // The guide is what people come for: its package is fetched while they look at the first page.
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['features/service-guides'] } },
  window: { navigationBarTitleText: '政务服务', ...bars },
  tabBar: {
    custom: isBrowser,
    color: isBrowser ? '#57606C' : '@tabText',
    selectedColor: isBrowser ? '#17569B' : '@tabSelectedText',
    backgroundColor: isBrowser ? '#FFFFFF' : '@bar',
    borderStyle: isBrowser ? 'black' : ('@tabLine' as 'black'),
    list: [tab('home', '首页', 'home'), tab('service-guides', '办事', 'guides'), tab('my', '我的', 'my')],
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  style: 'v2',
  ...(isBrowser ? { animation: false } : { darkmode: true, themeLocation: 'theme.json' }),
});
