import { ranking } from './configuration';
import type { CutWord } from './cutWords';
import { searchWordsOf } from './segmentation';
import { fillerCharacters } from './stopWords';
import { isChinese, runsOf } from './text';
import { isLongWord } from './tokens';

/** Terms with what they count by kind and place, before their rarity. */
export type TermFactors = ReadonlyMap<string, number>;

const { termWeights, fillerFactor, halfFillerFactor } = ranking;

/** The terms of a phrase that is no question: of a word, an official term. */
export function termFactors(phrase: string): TermFactors {
  return queryTermsOf(phrase, []);
}

/**
 * The terms of a query. A term that stands in it several times counts once: people repeat words when they speak.
 *
 * @param words the query's words; what they call a filler weighs little, and so does a pair that reaches into one.
 */
export function queryTermsOf(text: string, words: readonly CutWord[]): TermFactors {
  const factors = new Map<string, number>();
  const add = (term: string, factor: number): void => void factors.set(term, Math.max(factors.get(term) ?? 0, factor));
  const isFiller = new Uint8Array(text.length);
  for (const word of words) {
    if (word.isFiller) isFiller.fill(1, word.start, word.start + word.text.length);
  }
  const factorOf = (first: number, last: number): number => [1, halfFillerFactor, fillerFactor][(isFiller[first] ?? 0) + (isFiller[last] ?? 0)] ?? 1;
  const searchWords = new Set(searchWordsOf(text));
  for (const run of runsOf(text)) {
    if (!run.isChinese) {
      add(run.text, termWeights.latin);
      continue;
    }
    let previous = { character: '', at: run.start };
    let at = run.start;
    for (const character of run.text) {
      if (!fillerCharacters.has(character)) add(character, termWeights.character * factorOf(at, at));
      if (previous.character !== '') {
        const pair = previous.character + character;
        add(pair, (searchWords.has(pair) ? termWeights.pairThatIsAWord : termWeights.pair) * factorOf(previous.at, at));
      }
      previous = { character, at };
      at += character.length;
    }
  }
  for (const word of searchWords) {
    if (isLongWord(word)) add(word, termWeights.longWord * (words.some((each) => each.isFiller && each.text === word) ? fillerFactor : 1));
  }
  return factors;
}

/** The terms that show that a phrase stands in a document: its pairs and words; its characters only if it has nothing else. */
export function tellingTerms(factors: TermFactors): TermFactors {
  const telling = new Map([...factors].filter(([term]) => !isChinese(term) || [...term].length > 1));
  return telling.size > 0 ? telling : factors;
}
