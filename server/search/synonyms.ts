import { bounds } from './configuration';
import type { SynonymTable } from './searchIndex';
import { normalise } from './text';

export interface SynonymUse {
  /** In UTF-16 units of the query. */
  start: number;
  end: number;
  phrase: string;
  officialTerms: readonly string[];
}

/** A synonym table, ready to be looked for in queries. */
export class Synonyms {
  private readonly officialTerms = new Map<string, readonly string[]>();
  /** Lengths of phrases by first character, the longest first. */
  private readonly lengths = new Map<string, number[]>();

  /** Phrases and terms are compared normalised; a phrase given twice has the terms of both; empty ones are left out. */
  constructor(table: SynonymTable) {
    for (const entry of table) {
      const phrase = normalise(entry.phrase, bounds.queryCharacters).trim();
      const terms = entry.officialTerms.map((term) => normalise(term, bounds.queryCharacters).trim()).filter((term) => term !== '' && term !== phrase);
      const first = phrase[0];
      if (first === undefined || terms.length === 0) continue;
      this.officialTerms.set(phrase, [...new Set([...(this.officialTerms.get(phrase) ?? []), ...terms])]);
      const lengths = new Set([...(this.lengths.get(first) ?? []), phrase.length]);
      this.lengths.set(first, [...lengths].sort((one, other) => other - one));
    }
  }

  /** The phrases in a normalised query, from left to right; of two that overlap the one that begins first, then the longer. */
  findIn(query: string): SynonymUse[] {
    const uses: SynonymUse[] = [];
    for (let start = 0; start < query.length; ) {
      const phrase = this.longestAt(query, start);
      if (phrase !== undefined) uses.push({ start, end: start + phrase.length, phrase, officialTerms: this.officialTerms.get(phrase) ?? [] });
      start += phrase?.length ?? 1;
    }
    return uses;
  }

  get phrases(): Iterable<string> {
    return this.officialTerms.keys();
  }

  /** The official terms of the phrases that contain the text. */
  *officialTermsOfPhrasesWith(text: string): Generator<string> {
    for (const [phrase, officialTerms] of this.officialTerms) {
      if (phrase.includes(text)) yield* officialTerms;
    }
  }

  private longestAt(query: string, start: number): string | undefined {
    const length = this.lengths.get(query[start] ?? '')?.find((each) => this.officialTerms.has(query.slice(start, start + each)));
    return length === undefined ? undefined : query.slice(start, start + length);
  }
}
