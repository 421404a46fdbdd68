import { bounds, certainty } from './configuration';
import type { NameVocabulary } from './nameVocabulary';
import { readPinyin } from './pinyinReading';
import { queryTermsOf, tellingTerms, termFactors, type TermFactors } from './queryTerms';
import type { WeightedTerm } from './scoring';
import type { MatchKind } from './searchIndex';
import { dictionaryWordsOf, wordsOf } from './segmentation';
import { fillers } from './stopWords';
import type { Synonyms } from './synonyms';
import { isChinese, normalise, runsOf } from './text';
import { findSlips, type CutWord } from './typingSlips';

/** A stretch of the query, understood in one way. What is understood in several ways has several readings. */
export interface QueryReading {
  kind: MatchKind;
  /** In UTF-16 units of the normalised query. */
  start: number;
  end: number;
  written: string;
  meant: string;
  certainty: number;
  /** False for the second best of several meanings. */
  isFirstChoice: boolean;
  factors: TermFactors;
}

export interface QueryAnalysis {
  /** Normalised. */
  text: string;
  /** The words that say what the query is about; all words if all are fillers. */
  words: readonly CutWord[];
  /** The exact reading of each of `words`, and what else parts of the query can mean. */
  readings: readonly QueryReading[];
  /** What to score with: every term once, in a fixed order. */
  terms: readonly WeightedTerm[];
  /** The weight of a term as it would be, were it sure: for comparing what a document has with what it could have. */
  rarityOf(term: string): number;
  /** Whether any document has the term. */
  isKnown(term: string): boolean;
}

export interface AnalysisMeans {
  synonyms: Synonyms;
  vocabulary: NameVocabulary;
  /** How many documents have the term. */
  frequencyOf(term: string): number;
  documents: number;
}

export function analyseQuery(typed: string, means: AnalysisMeans): QueryAnalysis {
  const text = normalise(typed, bounds.queryCharacters);
  const isKnown = (term: string): boolean => means.frequencyOf(term) > 0;
  const rarities = new Map<string, number>();
  const rarityOf = (term: string): number => {
    const known = rarities.get(term);
    if (known !== undefined) return known;
    const frequency = means.frequencyOf(term);
    const rarity = Math.log(1 + (Math.max(0, means.documents - frequency) + 0.5) / (frequency + 0.5));
    rarities.set(term, rarity);
    return rarity;
  };
  const { words: all, readings: spelt } = readLetters(text, cutWords(text, wordsOf), means);
  const telling = all.filter(({ isFiller }) => !isFiller);
  const words = telling.length > 0 ? telling : all;
  const corrected = [...spelt, ...slipReadings(text, means)];
  const readings = [
    ...words.map((word) => exactReading(word)),
    ...corrected,
    ...synonymReadings(text, means.synonyms, isKnown, rarityOf),
    // What was mistyped or spelt may be an everyday word itself: 社宝卡 → 社保卡 → 社会保障卡.
    ...corrected.flatMap(({ start, end, meant }) => synonymReadings(meant, means.synonyms, isKnown, rarityOf).map((reading) => ({ ...reading, start, end }))),
  ];
  const factors = new Map(queryTermsOf(text, all));
  for (const reading of readings) {
    for (const [term, factor] of reading.factors) factors.set(term, Math.max(factors.get(term) ?? 0, factor * reading.certainty));
  }
  const terms: WeightedTerm[] = [];
  for (const [term, factor] of factors) {
    if (isKnown(term)) terms.push({ term, weight: factor * rarityOf(term) });
  }
  return { text, words, readings, terms, rarityOf, isKnown };
}

/** The text's Chinese and Latin words with their places; punctuation is left out. */
function cutWords(text: string, cut: (chinese: string) => string[]): CutWord[] {
  const cuts: CutWord[] = [];
  for (const run of runsOf(text)) {
    let start = run.start;
    for (const word of run.isChinese ? cut(run.text) : [run.text]) {
      cuts.push({ text: word, start, isFiller: fillers.has(word) });
      start += word.length;
    }
  }
  return cuts;
}

function exactReading({ text, start }: CutWord): QueryReading {
  return { kind: 'exact', start, end: start + text.length, written: text, meant: text, certainty: 1, isFirstChoice: true, factors: termFactors(text) };
}

/**
 * Letters that are no word of the index, alone or with neighbours that only spaces part (shen fen zheng), read as pinyin.
 *
 * @returns the words, with the spelt ones cut anew where the terms meet, and the readings of these.
 */
function readLetters(text: string, cut: readonly CutWord[], { vocabulary, frequencyOf }: AnalysisMeans): { words: CutWord[]; readings: QueryReading[] } {
  const words: CutWord[] = [];
  const readings: QueryReading[] = [];
  for (let index = 0; index < cut.length; ) {
    const spelt = lettersFrom(text, cut, index);
    const [first] = spelt;
    const letters = spelt.map((word) => word.text).join('');
    const pieces = first === undefined || (spelt.length === 1 && frequencyOf(first.text) > 0) ? undefined : readPinyin(letters, vocabulary);
    if (pieces === undefined) {
      words.push(...cut.slice(index, index + Math.max(1, spelt.length)));
    } else {
      const places = spelt.flatMap((word) => Array.from(word.text, (_, offset) => word.start + offset));
      let from = 0;
      for (const piece of pieces) {
        const start = places[from] ?? 0;
        from += piece.letters.length;
        const end = (places[from - 1] ?? 0) + 1;
        const written = text.slice(start, end);
        words.push({ text: written, start, isFiller: false });
        piece.terms.forEach((meant, rank) => {
          const sure = (piece.isInitials ? certainty.initials : certainty.pinyin) * certainty.alternative ** rank;
          readings.push({ kind: 'pinyin', start, end, written, meant, certainty: sure, isFirstChoice: rank === 0, factors: termFactors(meant) });
        });
      }
    }
    index += Math.max(1, spelt.length);
  }
  return { words, readings };
}

/** The words of letters from `index` on that only spaces part. */
function lettersFrom(text: string, words: readonly CutWord[], index: number): CutWord[] {
  const spelt: CutWord[] = [];
  for (let word = words[index + spelt.length]; word !== undefined && !isChinese(word.text); word = words[index + spelt.length]) {
    const before = spelt.at(-1);
    if (before !== undefined && !isOnlySpace(text, before, word)) break;
    spelt.push(word);
  }
  return spelt;
}

function isOnlySpace(text: string, before: CutWord, after: CutWord): boolean {
  return text.slice(before.start + before.text.length, after.start).trim() === '';
}

function slipReadings(text: string, { synonyms, vocabulary, frequencyOf }: AnalysisMeans): QueryReading[] {
  const chinese = cutWords(text, dictionaryWordsOf).filter((word) => isChinese(word.text));
  return findSlips(text, chinese, synonyms.findIn(text), (pair) => frequencyOf(pair) > 0, vocabulary).map(({ start, end, written, meant, certainty: sure }) => ({
    kind: 'typing_slip',
    start,
    end,
    written,
    meant,
    certainty: sure,
    isFirstChoice: true,
    factors: termFactors(meant),
  }));
}

/**
 * Where the everyday phrase stands in documents, an official term may not weigh more than it, however much longer it is.
 * Where it stands nowhere, the official term takes its place in full.
 */
function synonymReadings(text: string, synonyms: Synonyms, isKnown: (term: string) => boolean, rarityOf: (term: string) => number): QueryReading[] {
  const weightOf = (factors: TermFactors): number => [...factors].reduce((sum, [term, factor]) => sum + factor * rarityOf(term), 0);
  return synonyms.findIn(text).flatMap(({ start, end, phrase, officialTerms }) => {
    const own = termFactors(phrase);
    const limit = [...tellingTerms(own).keys()].every(isKnown) ? weightOf(own) : Number.POSITIVE_INFINITY;
    return officialTerms.map((meant, rank): QueryReading => {
      const factors = termFactors(meant);
      const share = Math.min(1, limit / Math.max(weightOf(factors), Number.MIN_VALUE));
      return { kind: 'synonym', start, end, written: phrase, meant, certainty: share * certainty.synonym * certainty.alternative ** rank, isFirstChoice: rank === 0, factors };
    });
  });
}
