import { certainty } from './configuration';
import { cutWords, type CutWord } from './cutWords';
import type { NameVocabulary } from './nameVocabulary';
import { tellingTerms, termFactors, type TermFactors } from './queryTerms';
import type { MatchKind } from './searchIndex';
import { dictionaryWordsOf } from './segmentation';
import type { Synonyms } from './synonyms';
import { isChinese } from './text';
import { findSlips } from './typingSlips';

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

/** What is known of the index when a query is read. */
export interface IndexKnowledge {
  synonyms: Synonyms;
  vocabulary: NameVocabulary;
  /** Whether any document has the term. */
  isKnown(term: string): boolean;
  /** How much a term says by being rare in names and keywords; of one that stands in none of these, by being rare in bodies. */
  rarityOf(term: string): number;
  /** How much it says where only the body has it. */
  bodyRarityOf(term: string): number;
}

export function exactReading({ text, start }: CutWord): QueryReading {
  return { kind: 'exact', start, end: start + text.length, written: text, meant: text, certainty: 1, isFirstChoice: true, factors: termFactors(text) };
}

export function slipReadings(text: string, { synonyms, vocabulary, isKnown }: IndexKnowledge): QueryReading[] {
  const chinese = cutWords(text, dictionaryWordsOf).filter((word) => isChinese(word.text));
  return findSlips(text, chinese, synonyms.findIn(text), isKnown, vocabulary).map(({ start, end, written, meant, certainty: sure }) => ({
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
export function synonymReadings(text: string, { synonyms, isKnown, rarityOf }: IndexKnowledge): QueryReading[] {
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
