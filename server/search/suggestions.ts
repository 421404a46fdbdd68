import type { NameVocabulary } from './nameVocabulary';
import { readPinyin } from './pinyinReading';
import type { Suggestion } from './searchIndex';
import type { Segments } from './segments';
import type { Synonyms } from './synonyms';
import { normalise } from './text';
import { termsOf } from './tokens';

export interface SuggestionMeans {
  segments: Segments;
  vocabulary: NameVocabulary;
  synonyms: Synonyms;
  headings: ReadonlyMap<string, { name: string; keywords: readonly string[] }>;
}

/** Typed so far; nobody types more before choosing. */
const longestTyped = 60;
/** Documents looked at for one term: names with a very common word are not all compared. */
const mostLookedAt = 2_000;
const mostTerms = 8;

interface Lead {
  term: string;
  kind: Suggestion['kind'];
}

/**
 * Names to offer while somebody types. First names that have the text itself, those that begin with it before all; then what
 * the text spells in pinyin or initials; then what it is an everyday word for. No name is offered twice.
 */
export function suggestNames(typed: string, limit: number, means: SuggestionMeans): Suggestion[] {
  const text = normalise(typed, longestTyped).trim();
  if (text === '') return [];
  const suggestions = new Map<string, Suggestion>();
  for (const { term, kind } of leadsOf(text, means)) {
    if (suggestions.size >= limit) break;
    for (const suggestion of namesWith(term, kind, means)) {
      if (suggestions.size >= limit) break;
      if (!suggestions.has(suggestion.name)) suggestions.set(suggestion.name, suggestion);
    }
  }
  return [...suggestions.values()];
}

function* leadsOf(text: string, { vocabulary, synonyms }: SuggestionMeans): Generator<Lead> {
  yield { term: text, kind: 'name' };
  const letters = text.replaceAll(/[\s']+/g, '');
  if (/^[a-z]{2,}$/.test(letters)) {
    const spelt = (term: string): Lead => ({ term, kind: 'pinyin' });
    const abbreviated = (term: string): Lead => ({ term, kind: 'initials' });
    yield* vocabulary.soundingLike(letters).map(spelt);
    yield* vocabulary.withInitials(letters).map(abbreviated);
    yield* vocabulary.withPinyinPrefix(letters, mostTerms).map(spelt);
    yield* vocabulary.withInitialsPrefix(letters, mostTerms).map(abbreviated);
    const pieces = readPinyin(letters, vocabulary) ?? [];
    if (pieces.length > 1) yield { term: pieces.map(({ terms }) => terms[0] ?? '').join(''), kind: pieces.every(({ isInitials }) => isInitials) ? 'initials' : 'pinyin' };
    yield* pieces.flatMap(({ terms, isInitials }) => terms.map(isInitials ? abbreviated : spelt));
  }
  for (const term of synonyms.officialTermsOfPhrasesWith(text)) yield { term, kind: 'synonym' };
}

/** Names (or names of documents with a keyword) that contain the term; those that begin with it first, then the shorter. */
function namesWith(term: string, kind: Lead['kind'], { segments, headings }: SuggestionMeans): Suggestion[] {
  const found: { suggestion: Suggestion; at: number }[] = [];
  for (const id of documentsWith(term, segments)) {
    const heading = headings.get(id);
    if (heading === undefined) continue;
    const at = normalise(heading.name, heading.name.length).indexOf(term);
    if (at >= 0) found.push({ suggestion: { id, name: heading.name, kind, matchedTerm: term }, at });
    else if (heading.keywords.some((keyword) => normalise(keyword, keyword.length).includes(term))) {
      found.push({ suggestion: { id, name: heading.name, kind: kind === 'name' ? 'keyword' : kind, matchedTerm: term }, at: Number.POSITIVE_INFINITY });
    }
  }
  const rank = ({ at }: { at: number }): number => (at === 0 ? 0 : at === Number.POSITIVE_INFINITY ? 2 : 1);
  found.sort((one, other) => rank(one) - rank(other) || one.suggestion.name.length - other.suggestion.name.length || (one.suggestion.name < other.suggestion.name ? -1 : 1));
  return found.map(({ suggestion }) => suggestion);
}

/** Documents that have the rarest of the term's terms in name or keywords. */
function* documentsWith(text: string, segments: Segments): Generator<string> {
  let looked = 0;
  for (const segment of segments.current()) {
    const lists = termsOf(text).map((term) => segment.listsOf(term)?.heading ?? { start: 0, end: 0 });
    const [shortest] = lists.sort((one, other) => one.end - one.start - (other.end - other.start));
    if (shortest === undefined) return;
    for (let position = shortest.start; position < shortest.end && looked < mostLookedAt; position += 1) {
      const number = segment.parts.documents[position] ?? 0;
      const id = segment.parts.ids[number];
      if (segment.alive[number] === 0 || id === undefined) continue;
      looked += 1;
      yield id;
    }
  }
}
