import type { FastifyBaseLogger } from 'fastify';
import type { ChangeFeed } from '../database/changeFeed';
import type { DatabasePool } from '../database/pool';
import { createSearchIndex, defaultSynonyms } from '../search';
import type { SearchIndex } from '../search/searchIndex';
import { LiveIndex, type DocumentSource } from './liveIndex';
import { effectiveSynonyms, type SynonymChange } from './synonymRules';

/** The search over one kind of document in this process. */
export interface LiveSearch extends Pick<SearchIndex, 'query' | 'explain' | 'suggest' | 'statistics'> {
  /** Reads all documents; before it resolves some cannot be found. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function openLiveSearch(source: DocumentSource, pool: DatabasePool, feed: ChangeFeed, log: FastifyBaseLogger): LiveSearch {
  const index = createSearchIndex();
  const readSynonyms = async (): Promise<void> => {
    const { rows } = await pool.query<SynonymChange>('select phrase, official_terms as "officialTerms" from search_synonyms');
    index.setSynonyms(effectiveSynonyms(defaultSynonyms, rows));
  };
  const live = new LiveIndex(index, source, readSynonyms, pool, feed, log);
  return {
    query: index.query.bind(index),
    explain: index.explain.bind(index),
    suggest: index.suggest.bind(index),
    statistics: index.statistics.bind(index),
    start: () => live.start(),
    stop: () => live.stop(),
  };
}
