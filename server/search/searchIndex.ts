/**
 * What the rest of the server sees of the search: documents go in, ranked and explained results come out.
 * `createSearchIndex` (index.ts) makes one. Nothing here touches a database, a file of ours or the network.
 */

/** One guide, announcement or answer. A word counts most in `name`, then in `keywords`, then in `body`. */
export interface SearchDocument {
  id: string;
  name: string;
  keywords: readonly string[];
  body: string;
}

export type SearchField = 'name' | 'keywords' | 'body';

/** How a query's word came to match: as written, or understood as something else. */
export type MatchKind = 'exact' | 'synonym' | 'pinyin' | 'typing_slip';

/** One word of the query that a document answers. */
export interface WordMatch {
  kind: MatchKind;
  /** As the citizen wrote it: 房产证, sfz, 身份正. */
  queryWord: string;
  /** What stands in the document: 不动产权证书, 身份证. The same as `queryWord` when `kind` is `exact`. */
  matchedTerm: string;
  /** Where it stands, from the weightiest field on. */
  fields: readonly SearchField[];
  /** What it adds to the document's score, its character pairs included. */
  score: number;
}

export interface SearchResult {
  id: string;
  /** From 0 up; comparable within one answer only. */
  score: number;
  /** The share of the query's information that the document answers, 0 to 1. */
  coverage: number;
  /**
   * `strong`: it covers half of the query, or is named by an official term for it. `weak`: it shares too little to be
   * called an answer; show it as a near match.
   */
  strength: 'strong' | 'weak';
  /** One short Chinese sentence: 名称中有“身份证”. */
  reason: string;
  /** The matches behind `reason`, from the one with the highest score on. */
  matches: readonly WordMatch[];
}

/** A part of the query that was read as something else. */
export interface Reading {
  kind: Exclude<MatchKind, 'exact'>;
  queryWord: string;
  readAs: string;
}

export interface SearchAnswer {
  /** Best first, at most `limit`; the strong ones are not always before the weak ones. */
  results: readonly SearchResult[];
  /** True when no result is strong: say so, and show `results` as near matches. */
  nothingFound: boolean;
  /** What was understood differently from what was typed; empty when all was taken as written. */
  readings: readonly Reading[];
  /** A Chinese sentence to show above the results when pinyin or a slip was corrected: 按“身份证”查找. */
  understoodAs: string | undefined;
}

/** Why one document does or does not answer a query; for staff who ask "why is this first?". */
export interface Explanation {
  id: string;
  score: number;
  coverage: number;
  strength: SearchResult['strength'];
  reason: string;
  matches: readonly WordMatch[];
  /** The query's words that the document lacks. */
  missingWords: readonly string[];
  /** The parts the score is the sum of, from the highest on. */
  parts: readonly ScorePart[];
}

/** One indexed term (a word or a pair of characters) and what it adds: `weight` × `saturation`. */
export interface ScorePart {
  term: string;
  fields: readonly SearchField[];
  /** The term's weight in this query: its rarity, its kind, and how surely it is meant. */
  weight: number;
  /** 0 to 1: how often and in which fields the document has the term, for its length. */
  saturation: number;
}

/** A name to offer while somebody is still typing. */
export interface Suggestion {
  id: string;
  name: string;
  /** How what was typed leads to the name. */
  kind: 'name' | 'keyword' | 'pinyin' | 'initials' | 'synonym';
  /** The word of the name that was meant; for highlighting where it stands in the name. */
  matchedTerm: string;
}

/** An everyday phrase and the official terms it stands for: 房产证 → 不动产权证书, 不动产登记. */
export interface Synonym {
  phrase: string;
  officialTerms: readonly string[];
}
export type SynonymTable = readonly Synonym[];

export interface QueryOptions {
  /** How many results at most; whole, from 1. More than 200 is taken as 200. */
  limit: number;
  /** Leave out what this refuses; it is asked about few documents only, so it may be a look-up but not a query. */
  accepts?: (id: string) => boolean;
}

export interface SearchIndex {
  /** How many documents can be found now. */
  readonly size: number;
  /** Adds the document, or replaces the one with its id. */
  add(document: SearchDocument): void;
  /** @returns false when there was none. */
  remove(id: string): boolean;
  /** Takes effect with the next query; nothing is indexed anew. */
  setSynonyms(table: SynonymTable): void;
  /** Never throws for any text: what is too long is cut, what says nothing finds nothing. */
  query(text: string, options: QueryOptions): SearchAnswer;
  /** @returns undefined when there is no such document; one that matches nothing has the score 0. */
  explain(text: string, id: string): Explanation | undefined;
  /** Names that begin with, contain or sound like what has been typed so far; at most `limit`. */
  suggest(text: string, limit: number): readonly Suggestion[];
  /** For a metrics page. Bytes are those of the postings, without the vocabulary's strings. */
  statistics(): SearchStatistics;
}

export interface SearchStatistics {
  documents: number;
  segments: number;
  terms: number;
  postings: number;
  postingBytes: number;
}
