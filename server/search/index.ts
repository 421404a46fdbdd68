import { defaultSynonyms } from './defaultSynonyms';
import { InvertedIndex } from './invertedIndex';
import type { SearchIndex, SynonymTable } from './searchIndex';

export { defaultSynonyms } from './defaultSynonyms';
export type * from './searchIndex';

/**
 * An empty index, ranked as citizens get it; the benchmark uses the same.
 *
 * @param options.synonyms everyday words and what they are called officially; without it the table that comes with us.
 */
export function createSearchIndex(options: { synonyms?: SynonymTable } = {}): SearchIndex {
  return new InvertedIndex(options.synonyms ?? defaultSynonyms);
}
