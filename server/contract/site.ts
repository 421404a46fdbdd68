import { Type, type Static } from 'typebox';

/** Features an installation can switch off; a switched-off one leaves no link, tab or endpoint. */
export const Feature = Type.Union([Type.Literal('favourites'), Type.Literal('phone_number')], { title: 'Feature' });
export type Feature = Static<typeof Feature>;

export const Site = Type.Object(
  {
    name: Type.String({ description: '例如 云岫政务' }),
    areaName: Type.String({ description: '例如 云岫县' }),
    operatorName: Type.String({ description: '运营单位' }),
    hotline: Type.String({ description: '例如 12345' }),
    features: Type.Array(Feature),
    officialAccount: Type.Union(
      [
        Type.Object({
          appId: Type.String(),
          authorizeUrl: Type.String({ description: '网页授权页地址' }),
          needsWeChat: Type.Boolean({ description: '授权页是否只能在微信内打开' }),
        }),
        Type.Null(),
      ],
      { description: '没有配置公众号时为 null，网页版不提供登录' },
    ),
    privacyPolicy: Type.Object({
      version: Type.String(),
      sections: Type.Array(Type.Object({ heading: Type.String(), body: Type.String() })),
    }),
  },
  { title: 'Site' },
);
export type Site = Static<typeof Site>;
