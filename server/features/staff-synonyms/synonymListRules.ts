import type { StaffSynonym, SynonymAction, SynonymKind } from '../../contract/synonyms';
import type { SynonymTable } from '../../search/searchIndex';
import { normalise } from '../../search/text';

export interface OwnSynonym {
  phrase: string;
  officialTerms: readonly string[];
}

const actionsOf: Readonly<Record<SynonymKind, readonly SynonymAction[]>> = {
  built_in: ['change', 'switch_off'],
  changed: ['change', 'switch_off', 'restore'],
  switched_off: ['change', 'restore'],
  own: ['change', 'remove'],
};

/** The form in which phrases are kept: as the search compares them. */
export const phraseForm = (phrase: string): string => normalise(phrase.trim(), 50).trim();

export function presentSynonym(phrase: string, builtInTerms: readonly string[] | undefined, own: OwnSynonym | undefined): StaffSynonym | undefined {
  const kind = kindOf(builtInTerms, own);
  if (kind === undefined) return undefined;
  return { phrase, officialTerms: [...(own?.officialTerms ?? builtInTerms ?? [])], builtInTerms: [...(builtInTerms ?? [])], kind, allowedActions: [...actionsOf[kind]] };
}

function kindOf(builtInTerms: readonly string[] | undefined, own: OwnSynonym | undefined): SynonymKind | undefined {
  if (builtInTerms === undefined) return own === undefined ? undefined : 'own';
  if (own === undefined) return 'built_in';
  return own.officialTerms.length === 0 ? 'switched_off' : 'changed';
}

/** Built-in entries by their phrases; one that is given twice has the terms of both. */
export function builtInByPhrase(table: SynonymTable): ReadonlyMap<string, readonly string[]> {
  const terms = new Map<string, readonly string[]>();
  for (const { phrase, officialTerms } of table) terms.set(phraseForm(phrase), [...new Set([...(terms.get(phraseForm(phrase)) ?? []), ...officialTerms])]);
  return terms;
}

/** Everything there is: what this installation says first, then what comes with the product; each part by phrase. */
export function allSynonyms(builtIn: ReadonlyMap<string, readonly string[]>, own: readonly OwnSynonym[]): StaffSynonym[] {
  const ownByPhrase = new Map(own.map((each) => [each.phrase, each]));
  const phrases = [...new Set([...ownByPhrase.keys(), ...builtIn.keys()])];
  const listed = phrases.flatMap((phrase) => presentSynonym(phrase, builtIn.get(phrase), ownByPhrase.get(phrase)) ?? []);
  const rank = ({ kind }: StaffSynonym): number => (kind === 'built_in' ? 1 : 0);
  return listed.sort((one, other) => rank(one) - rank(other) || (one.phrase < other.phrase ? -1 : 1));
}

/** Whether the entry speaks of what was typed, in the phrase or in its terms. */
export function speaksOf({ phrase, officialTerms, builtInTerms }: StaffSynonym, search: string): boolean {
  const wanted = phraseForm(search);
  return wanted === '' || [phrase, ...officialTerms, ...builtInTerms].some((text) => phraseForm(text).includes(wanted));
}
