/**
 * Every number the ranking depends on. What each is worth was measured (docs/decisions/0007-search-index.md); the optimum
 * is flat, so none of them is a fine setting.
 */
export const ranking = {
  /** How soon repeating a term stops helping (BM25's k1). */
  saturation: 1.2,
  /** A term in a field counts this much before saturation. The lead is the beginning of the body, where a text says what it is about. */
  fieldWeights: { name: 12, keywords: 6, lead: 2, body: 1 },
  /** How strongly a long field is discounted (BM25's b): names differ little in length for any reason that matters. */
  lengthDiscounts: { name: 0.3, keywords: 0.3, body: 0.75 },
  /** How much each kind of term says, before its rarity. Characters bridge words that share one: 补办 and 补领, 驾车 and 行车. */
  termWeights: { character: 2, pair: 0.7, pairThatIsAWord: 1.2, longWord: 0.4, latin: 1.5 },
  /** Fillers (怎么办, 请问) and pairs that reach into one. */
  fillerFactor: 0.3,
  halfFillerFactor: 0.6,
} as const;

/** The first characters of a body that count as its lead. */
export const leadCharacters = 80;

/** How sure a reading is; an exact word has 1. Below it, so that what was typed wins where it exists. */
export const certainty = {
  pinyin: 1,
  initials: 0.9,
  synonym: 0.7,
  /** Each further official term of a synonym, each further word of one sound. */
  alternative: 0.7,
  soundSlip: 0.85,
  otherSlip: 0.7,
} as const;

/** From this coverage on a result is strong. */
export const strongCoverage = 0.5;

/** Below this share of the best score a result is weak, whatever it covers: it mentions what others are about. */
export const strongShareOfBest = 0.25;

export const bounds = {
  /** Characters of a query that are read; the rest is cut off. */
  queryCharacters: 512,
  /** Characters of a body that are indexed; the longest guide known has a tenth of it. */
  bodyCharacters: 200_000,
  results: 200,
  /** Further documents that are looked at when a query was read as something else, because belief moves them (belief.ts). */
  doubted: 40,
  suggestions: 50,
} as const;
