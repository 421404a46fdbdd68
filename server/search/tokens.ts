import { bounds, leadCharacters } from './configuration';
import type { SearchDocument } from './searchIndex';
import { searchWordsOf } from './segmentation';
import { fillerCharacters } from './stopWords';
import { isChinese, normalise, runsOf } from './text';

/**
 * What is indexed of a text: every Chinese character that is not a filler, every pair of neighbours, every Chinese word of
 * three characters and more (a word of two is a pair), every word of letters or digits.
 */
export function termsOf(normalised: string): string[] {
  const terms: string[] = [];
  let hasChinese = false;
  for (const { text, isChinese: chinese } of runsOf(normalised)) {
    if (!chinese) {
      terms.push(text);
      continue;
    }
    hasChinese = true;
    let previous = '';
    for (const character of text) {
      if (!fillerCharacters.has(character)) terms.push(character);
      if (previous !== '') terms.push(previous + character);
      previous = character;
    }
  }
  if (!hasChinese) return terms;
  for (const word of searchWordsOf(normalised)) {
    if (isLongWord(word)) terms.push(word);
  }
  return terms;
}

export function isLongWord(word: string): boolean {
  return word.length >= 3 && isChinese(word) && [...word].length >= 3;
}

/** How often a term stands in each field, each 0 to 255, packed into 32 bits: name, keywords, lead, rest of the body. */
export type FieldCounts = number;
export const fieldShifts = { name: 24, keywords: 16, lead: 8, body: 0 } as const;

/** A document as the index takes it in. */
export interface TermCounts {
  id: string;
  /** The lengths of name, keywords and body in characters, each up to 65,535. */
  lengths: readonly [name: number, keywords: number, body: number];
  counts: ReadonlyMap<string, FieldCounts>;
}

export function countTerms(document: SearchDocument): TermCounts {
  const counts = new Map<string, FieldCounts>();
  const count = (text: string, shift: number): void => {
    for (const term of termsOf(text)) {
      const before = counts.get(term) ?? 0;
      if (((before >>> shift) & 255) < 255) counts.set(term, (before + 2 ** shift) >>> 0);
    }
  };
  const name = normalise(document.name, bounds.bodyCharacters);
  const keywords = normalise(document.keywords.join('\n'), bounds.bodyCharacters);
  const body = normalise(document.body, bounds.bodyCharacters);
  count(name, fieldShifts.name);
  count(keywords, fieldShifts.keywords);
  const border = leadEnd(body);
  count(body.slice(0, border).toWellFormed(), fieldShifts.lead);
  count(body.slice(border).toWellFormed(), fieldShifts.body);
  const lengthOf = (text: string): number => Math.min(text.length, 65_535);
  return { id: document.id, lengths: [lengthOf(name), lengthOf(keywords), lengthOf(body)], counts };
}

/** The lead ends where its last words end, so that none of them is cut in two; in text without an end to be seen it is cut. */
function leadEnd(body: string): number {
  const end = body.slice(leadCharacters, 2 * leadCharacters).search(/[^\p{L}\p{N}]/u);
  return leadCharacters + Math.max(0, end);
}
