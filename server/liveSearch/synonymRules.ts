import type { SynonymTable } from '../search/searchIndex';

/** What an installation says of one phrase; without terms it takes the built-in entry away. */
export interface SynonymChange {
  phrase: string;
  officialTerms: readonly string[];
}

/** The built-in everyday words as this installation has changed them. */
export function effectiveSynonyms(builtIn: SynonymTable, changes: readonly SynonymChange[]): SynonymTable {
  const changed = new Set(changes.map(({ phrase }) => phrase));
  return [...builtIn.filter(({ phrase }) => !changed.has(phrase)), ...changes.filter(({ officialTerms }) => officialTerms.length > 0)];
}
