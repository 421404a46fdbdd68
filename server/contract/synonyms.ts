import { Type, type Static } from 'typebox';
import { PageQuery, pageOf } from './pagination';

const kinds = ['built_in', 'changed', 'switched_off', 'own'] as const;
/** 自带, 自带的已改, 自带的已停用, 本地增加. */
export const SynonymKind = Type.Unsafe<(typeof kinds)[number]>({ type: 'string', enum: [...kinds], title: 'SynonymKind' });
export type SynonymKind = Static<typeof SynonymKind>;

const actions = ['change', 'switch_off', 'restore', 'remove'] as const;
const SynonymAction = Type.Unsafe<(typeof actions)[number]>({ type: 'string', enum: [...actions], title: 'SynonymAction' });
export type SynonymAction = Static<typeof SynonymAction>;

export const StaffSynonym = Type.Object(
  {
    phrase: Type.String({ description: '群众的说法' }),
    officialTerms: Type.Array(Type.String(), { description: '现在当作哪些正式名称；停用时为空' }),
    builtInTerms: Type.Array(Type.String(), { description: '系统自带的；没有自带时为空' }),
    kind: SynonymKind,
    allowedActions: Type.Array(SynonymAction),
  },
  { title: 'StaffSynonym' },
);
export type StaffSynonym = Static<typeof StaffSynonym>;

export const StaffSynonymPage = pageOf(StaffSynonym);
export type StaffSynonymPage = Static<typeof StaffSynonymPage>;

export const StaffSynonymQuery = Type.Object(
  { cursor: PageQuery.cursor, limit: PageQuery.limit, search: Type.Optional(Type.String({ maxLength: 50 })), kind: Type.Optional(SynonymKind) },
  { additionalProperties: false },
);

const Phrase = Type.String({ minLength: 1, maxLength: 50, pattern: '\\S', description: '群众的说法' });

export const SaveSynonymBody = Type.Object(
  {
    phrase: Phrase,
    officialTerms: Type.Array(Type.String({ minLength: 1, maxLength: 50, pattern: '\\S' }), { maxItems: 20, uniqueItems: true, description: '正式名称；空的表示停用自带的这一条' }),
  },
  { additionalProperties: false, title: 'SaveSynonymBody' },
);
export type SaveSynonymBody = Static<typeof SaveSynonymBody>;

export const SynonymQuery = Type.Object({ phrase: Phrase }, { additionalProperties: false });

export const TryQuery = Type.Object({ query: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false });

/** What a question finds now, without counting it as somebody's. */
export const SearchTrial = Type.Object(
  {
    found: Type.Array(Type.Object({ guideId: Type.String(), name: Type.String(), reason: Type.String() })),
    isNear: Type.Boolean({ description: '没有真正对得上的，只有相近的' }),
  },
  { title: 'SearchTrial' },
);
export type SearchTrial = Static<typeof SearchTrial>;
