import { Site, type Feature } from '../../contract/site';
import { publicEndpoint } from '../../endpoint';
import { privacyPolicy } from '../../privacyPolicy';

export const getSite = publicEndpoint(
  {
    method: 'GET',
    url: '/site',
    summary: '本地区的名称、开通的功能和隐私保护指引',
    reply: Site,
    cachedFrom: [],
  },
  async ({ app: { config, wechat } }) => ({
    name: config.SITE_NAME,
    areaName: config.SITE_AREA_NAME,
    operatorName: config.SITE_OPERATOR_NAME,
    hotline: config.SITE_HOTLINE,
    features: config.FEATURES.split(',').filter((name) => name !== '') as Feature[],
    officialAccount:
      config.WECHAT_OFFICIAL_ACCOUNT_APP_ID === undefined
        ? null
        : {
            appId: config.WECHAT_OFFICIAL_ACCOUNT_APP_ID,
            authorizeUrl: wechat.authorizePageUrl,
            needsWeChat: !config.WECHAT_OAUTH_OUTSIDE_WECHAT,
          },
    privacyPolicy: privacyPolicy(config),
  }),
);
