import { bounds } from './configuration';
import { soundOf } from './pinyin';
import { searchWordsOf } from './segmentation';
import { SortedKeys } from './sortedKeys';
import { fillers } from './stopWords';
import { isChinese, normalise, runsOf } from './text';

/** Longer pieces of a name are sentences, not terms somebody types in one go. */
const longestTerm = 8;

/**
 * The Chinese words of all names and keywords, and the phrases of the synonym table: what pinyin, initials and slips are
 * matched against. Bodies are left out: their words are ten times as many, and a slip would find one that is not meant.
 */
export class NameVocabulary {
  /** How many documents have the term in name or keywords, plus one if it is a phrase of the synonym table. */
  private readonly counts = new Map<string, number>();
  private readonly byFull = new Map<string, Set<string>>();
  private readonly byInitials = new Map<string, Set<string>>();
  private readonly byDeletion = new Map<string, Set<string>>();
  private readonly fullKeys = new SortedKeys();
  private readonly initialKeys = new SortedKeys();

  add(name: string, keywords: readonly string[]): void {
    this.addTerms(vocabularyOf(name, keywords));
  }

  /** Takes back an `add` of the same name and keywords. */
  remove(name: string, keywords: readonly string[]): void {
    this.removeTerms(vocabularyOf(name, keywords));
  }

  /** Adds terms as they are; those that are too long or not Chinese are left out. */
  addTerms(terms: Iterable<string>): void {
    for (const term of new Set(terms)) {
      if (!isTerm(term)) continue;
      const count = this.counts.get(term) ?? 0;
      this.counts.set(term, count + 1);
      if (count === 0) this.file(term);
    }
  }

  removeTerms(terms: Iterable<string>): void {
    for (const term of new Set(terms)) {
      const count = this.counts.get(term) ?? 0;
      if (count > 1) this.counts.set(term, count - 1);
      else if (this.counts.delete(term)) this.unfile(term);
    }
  }

  countOf(term: string): number {
    return this.counts.get(term) ?? 0;
  }

  /** Terms that sound exactly so, the most frequent first: shenfenzheng → 身份证. */
  soundingLike(full: string): string[] {
    return this.ranked(this.byFull.get(full));
  }

  /** Terms with these initials, the most frequent first: sfz → 身份证. */
  withInitials(initials: string): string[] {
    return this.ranked(this.byInitials.get(initials));
  }

  /** Terms whose pinyin begins so: shenfenzh → 身份证. Shorter pinyin first. */
  withPinyinPrefix(prefix: string, limit: number): string[] {
    const keys = this.fullKeys.withPrefix(prefix, limit * 8).sort((one, other) => one.length - other.length);
    return keys.flatMap((key) => this.soundingLike(key)).slice(0, limit);
  }

  withInitialsPrefix(prefix: string, limit: number): string[] {
    const keys = this.initialKeys.withPrefix(prefix, limit * 8).sort((one, other) => one.length - other.length);
    return keys.flatMap((key) => this.withInitials(key)).slice(0, limit);
  }

  /** Terms of three characters and more that are the key, or become it when they lose one character. */
  losingOne(key: string): string[] {
    return this.ranked(this.byDeletion.get(key));
  }

  private ranked(terms: ReadonlySet<string> | undefined): string[] {
    return [...(terms ?? [])].sort((one, other) => this.countOf(other) - this.countOf(one) || (one < other ? -1 : 1));
  }

  private file(term: string): void {
    const { full, initials } = soundOf(term);
    if (into(this.byFull, full, term)) this.fullKeys.add(full);
    if (into(this.byInitials, initials, term)) this.initialKeys.add(initials);
    for (const key of deletionKeysOf(term)) into(this.byDeletion, key, term);
  }

  private unfile(term: string): void {
    const { full, initials } = soundOf(term);
    if (outOf(this.byFull, full, term)) this.fullKeys.remove(full);
    if (outOf(this.byInitials, initials, term)) this.initialKeys.remove(initials);
    for (const key of deletionKeysOf(term)) outOf(this.byDeletion, key, term);
  }
}

function vocabularyOf(name: string, keywords: readonly string[]): string[] {
  return [name, ...keywords].flatMap((text) => {
    const normalised = normalise(text, bounds.bodyCharacters);
    return [...searchWordsOf(normalised), ...runsOf(normalised).map((run) => run.text)];
  });
}

function isTerm(word: string): boolean {
  const length = [...word].length;
  return length >= 2 && length <= longestTerm && isChinese(word) && !fillers.has(word);
}

/** The text with each one of its characters left out. */
export function withoutOne(text: string): string[] {
  const characters = [...text];
  return characters.map((_, index) => [...characters.slice(0, index), ...characters.slice(index + 1)].join(''));
}

function deletionKeysOf(term: string): Set<string> {
  return [...term].length < 3 ? new Set() : new Set([term, ...withoutOne(term)]);
}

/** @returns true when the key is new. */
function into(map: Map<string, Set<string>>, key: string, term: string): boolean {
  const terms = map.get(key);
  if (terms === undefined) {
    map.set(key, new Set([term]));
    return true;
  }
  terms.add(term);
  return false;
}

/** @returns true when the key is gone. */
function outOf(map: Map<string, Set<string>>, key: string, term: string): boolean {
  const terms = map.get(key);
  if (terms === undefined || !terms.delete(term) || terms.size > 0) return false;
  return map.delete(key);
}
