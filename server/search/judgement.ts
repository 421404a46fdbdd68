import { strongCoverage } from './configuration';
import type { QueryAnalysis } from './queryAnalysis';
import { tellingTerms } from './queryTerms';
import type { IndexKnowledge, QueryReading } from './readings';
import { asides } from './stopWords';
import type { ScorePart, SearchField, SearchResult, WordMatch } from './searchIndex';

/** How far a document answers a query, word by word. */
export interface Judgement {
  coverage: number;
  strength: SearchResult['strength'];
  matches: WordMatch[];
  missingWords: string[];
}

/** A word that stands nowhere counts as the rarest of all; but people also tell what no guide speaks of. */
const unknownWordFactor = 0.5;

/** From this share of a reading's pairs and words on, the document is said to have it. */
const saidToHave = 0.85;
/** Under this share of its best reading, a word is said to be missing. */
const saidToLack = 0.6;

/**
 * Judges one document by the parts of its score. Each word of the query counts by its rarity and is answered by the best
 * of its readings; the share of what is answered is the coverage.
 */
export function judge(analysis: QueryAnalysis, parts: readonly ScorePart[]): Judgement {
  const byTerm = new Map(parts.map((part) => [part.term, part]));
  const answered = analysis.readings.map((reading) => ({ reading, share: shareOf(reading, analysis.knowledge, byTerm) }));
  let [total, covered] = [0, 0];
  const missingWords: string[] = [];
  const subjects = analysis.words.filter(({ text }) => !asides.has(text));
  for (const word of subjects.length > 0 ? subjects : analysis.words) {
    const own = answered.filter(({ reading }) => reading.start < word.start + word.text.length && reading.end > word.start);
    const exact = own.find(({ reading }) => reading.kind === 'exact')?.reading;
    const information = informationOf(exact, analysis.knowledge);
    const best = own.reduce((highest, { share }) => Math.max(highest, share), 0);
    total += information;
    covered += information * best;
    if (best < saidToLack) missingWords.push(word.text);
  }
  const coverage = total === 0 ? 0 : covered / total;
  const matches = matchesOf(answered, byTerm);
  // A guide that is named by the official term is meant, whatever else the citizen tells.
  const isNamedSo = matches.some(({ kind, fields }) => kind === 'synonym' && fields.includes('name'));
  return { coverage, strength: coverage >= strongCoverage || isNamedSo ? 'strong' : 'weak', matches, missingWords };
}

function shareOf(reading: QueryReading, { rarityOf }: IndexKnowledge, byTerm: ReadonlyMap<string, ScorePart>): number {
  let [whole, there] = [0, 0];
  for (const [term, factor] of tellingTerms(reading.factors)) {
    const weight = factor * rarityOf(term);
    whole += weight;
    if (byTerm.has(term)) there += weight;
  }
  return whole === 0 ? 0 : there / whole;
}

function informationOf(reading: QueryReading | undefined, { rarityOf, isKnown }: IndexKnowledge): number {
  if (reading === undefined) return 0;
  const telling = tellingTerms(reading.factors);
  const information = [...telling].reduce((sum, [term, factor]) => sum + factor * rarityOf(term), 0);
  return [...telling.keys()].some(isKnown) ? information : information * unknownWordFactor;
}

const fieldOrder: readonly SearchField[] = ['name', 'keywords', 'body'];

function matchesOf(answered: readonly { reading: QueryReading; share: number }[], byTerm: ReadonlyMap<string, ScorePart>): WordMatch[] {
  const matches = new Map<string, WordMatch>();
  for (const { reading, share } of answered) {
    if (share < saidToHave) continue;
    const own = [...reading.factors.keys()].flatMap((term) => byTerm.get(term) ?? []);
    // A field has the reading when it has every telling part of it that the document has.
    const telling = [...tellingTerms(reading.factors).keys()].flatMap((term) => byTerm.get(term) ?? []);
    const fields = fieldOrder.filter((field) => telling.every((part) => part.fields.includes(field)));
    const match: WordMatch = {
      kind: reading.kind,
      queryWord: reading.written,
      matchedTerm: reading.meant,
      fields: fields.length > 0 ? fields : fieldOrder.filter((field) => telling.some((part) => part.fields.includes(field))),
      score: own.reduce((sum, { weight, saturation }) => sum + weight * saturation, 0),
    };
    const key = `${match.queryWord}\n${match.matchedTerm}`;
    if ((matches.get(key)?.score ?? -1) < match.score) matches.set(key, match);
  }
  return [...matches.values()].sort((one, other) => other.score - one.score);
}
