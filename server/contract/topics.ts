import { Type, type Static } from 'typebox';

/** 自然人主题, 法人主题 (both from the national list), 人生大事与企业一件事 */
export const TopicKind = Type.Union([Type.Literal('natural_person'), Type.Literal('legal_person'), Type.Literal('life_event')], { title: 'TopicKind' });
export type TopicKind = Static<typeof TopicKind>;

export const TopicCode = Type.String({ pattern: '^[a-z_.]{1,60}$', description: '主题编码' });

export const Topic = Type.Object(
  {
    code: TopicCode,
    kind: TopicKind,
    name: Type.String({ description: '例如“户籍办理”' }),
    guideCount: Type.Integer({ minimum: 0, description: '已发布的办事指南数' }),
  },
  { title: 'Topic' },
);
export type Topic = Static<typeof Topic>;

/** Topics that have a guide, in the order of the national list. */
export const TopicList = Type.Object({ items: Type.Array(Topic) }, { title: 'TopicList' });
export type TopicList = Static<typeof TopicList>;
