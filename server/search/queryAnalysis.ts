import { bounds } from './configuration';
import { cutWords, type CutWord } from './cutWords';
import type { NameVocabulary } from './nameVocabulary';
import { queryTermsOf } from './queryTerms';
import { exactReading, slipReadings, synonymReadings, type IndexKnowledge, type QueryReading } from './readings';
import type { WeightedTerm } from './scoring';
import type { TermFrequency } from './segment';
import { wordsOf } from './segmentation';
import { readLetters } from './spelling';
import type { Synonyms } from './synonyms';
import { normalise } from './text';

export interface QueryAnalysis {
  /** Normalised. */
  text: string;
  /** The words that say what the query is about; all words if all are fillers. */
  words: readonly CutWord[];
  /** The exact reading of each of `words`, and what else parts of the query can mean. */
  readings: readonly QueryReading[];
  /** Of the terms those that stand in the text itself; the others come from readings alone. */
  typedTerms: ReadonlySet<string>;
  /** What to score with: every term that the index has once, in a fixed order. */
  terms: readonly WeightedTerm[];
  /** For comparing what a document has with what it could have. */
  knowledge: IndexKnowledge;
}

export interface AnalysisMeans {
  synonyms: Synonyms;
  vocabulary: NameVocabulary;
  frequencyOf(term: string): TermFrequency;
  documents: number;
}

/** Reads a query in every way it can be meant, and says what to look for and how much each term counts. */
export function analyseQuery(typed: string, means: AnalysisMeans): QueryAnalysis {
  const text = normalise(typed, bounds.queryCharacters);
  const knowledge = knowledgeOf(means);
  const { words: all, readings: spelt } = readLetters(text, cutWords(text, wordsOf), knowledge);
  const telling = all.filter(({ isFiller }) => !isFiller);
  const words = telling.length > 0 ? telling : all;
  const corrected = [...spelt, ...slipReadings(text, knowledge)];
  const readings = [
    ...words.map((word) => exactReading(word)),
    ...corrected,
    ...synonymReadings(text, knowledge),
    // What was mistyped or spelt may be an everyday word itself: 社宝卡 → 社保卡 → 社会保障卡.
    ...corrected.flatMap(({ start, end, meant }) => synonymReadings(meant, knowledge).map((reading) => ({ ...reading, start, end }))),
  ];
  const typedFactors = queryTermsOf(text, all);
  const factors = new Map(typedFactors);
  for (const reading of readings) {
    for (const [term, factor] of reading.factors) factors.set(term, Math.max(factors.get(term) ?? 0, factor * reading.certainty));
  }
  const terms: WeightedTerm[] = [];
  for (const [term, factor] of factors) {
    if (knowledge.isKnown(term)) terms.push({ term, headingWeight: factor * knowledge.rarityOf(term), bodyWeight: factor * knowledge.bodyRarityOf(term) });
  }
  return { text, words, readings, typedTerms: new Set(typedFactors.keys()), terms, knowledge };
}

/** Frequencies are looked up in every segment: once a query is enough. */
function knowledgeOf({ synonyms, vocabulary, frequencyOf, documents }: AnalysisMeans): IndexKnowledge {
  const frequencies = new Map<string, TermFrequency>();
  const frequency = (term: string): TermFrequency => {
    const known = frequencies.get(term) ?? frequencyOf(term);
    frequencies.set(term, known);
    return known;
  };
  // BM25's inverse document frequency, in the form that never falls under 0.
  const rarity = (frequent: number): number => Math.log(1 + (Math.max(0, documents - frequent) + 0.5) / (frequent + 0.5));
  return {
    synonyms,
    vocabulary,
    isKnown: (term) => frequency(term).anywhere > 0,
    rarityOf: (term) => rarity(frequency(term).inHeading || frequency(term).anywhere),
    bodyRarityOf: (term) => rarity(frequency(term).anywhere),
  };
}
