import { Type, type Static } from 'typebox';
import { ServiceGuideSummary } from './serviceGuides';

/** Longer questions are cut on the phone already. */
export const longestQuery = 100;

const Query = Type.String({ minLength: 1, maxLength: longestQuery, description: '群众自己的话，例如“我妈的身份证丢了怎么办”' });

export const GuideSearchQuery = Type.Object(
  {
    query: Query,
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100, default: 0, description: '从第几条开始' })),
  },
  { additionalProperties: false },
);
export type GuideSearchQuery = Static<typeof GuideSearchQuery>;

export const FoundGuide = Type.Object(
  { guide: ServiceGuideSummary, reason: Type.String({ description: '为什么找到它，一句话，例如“房产证 也叫 不动产权证书”' }) },
  { title: 'FoundGuide' },
);
export type FoundGuide = Static<typeof FoundGuide>;

export const GuideSearchResult = Type.Object(
  {
    items: Type.Array(FoundGuide),
    /** The best ones are counted, not all that share a word. */
    total: Type.Integer({ minimum: 0, description: '找到多少项，最多 60' }),
    nextOffset: Type.Union([Type.Integer(), Type.Null()]),
    understoodAs: Type.Union([Type.String(), Type.Null()], { description: '改正了错字或认出了拼音时的一句话，例如“按‘身份证’查找”；没有改动时为 null' }),
    isNear: Type.Boolean({ description: '没有真正对得上的，只有相近的' }),
  },
  { title: 'GuideSearchResult' },
);
export type GuideSearchResult = Static<typeof GuideSearchResult>;

export const SuggestionQuery = Type.Object({ query: Query }, { additionalProperties: false });

export const SearchSuggestion = Type.Object(
  {
    text: Type.String({ description: '给人看的一行' }),
    guideId: Type.Union([Type.String(), Type.Null()], { description: '就是这份指南；null 时用 text 再查找' }),
  },
  { title: 'SearchSuggestion' },
);
export type SearchSuggestion = Static<typeof SearchSuggestion>;

export const SuggestionList = Type.Object({ items: Type.Array(SearchSuggestion) }, { title: 'SuggestionList' });
export type SuggestionList = Static<typeof SuggestionList>;
