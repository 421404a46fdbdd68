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
  const answered = analysis.readings.map((reading) => ({ reading, ...sharesOf(reading, analysis.knowledge, byTerm) }));
  let [total, covered] = [0, 0];
  const missingWords: string[] = [];
  const subjects = analysis.words.filter(({ text }) => !asides.has(text));
  for (const word of subjects.length > 0 ? subjects : analysis.words) {
    const own = answered.filter(({ reading }) => reading.start < word.start + word.text.length && reading.end > word.start);
    const exact = own.find(({ reading }) => reading.kind === 'exact')?.reading;
    const information = informationOf(exact, analysis.knowledge);
    total += information;
    covered += information * own.reduce((highest, { told }) => Math.max(highest, told), 0);
    if (own.every(({ present }) => present < saidToLack)) missingWords.push(word.text);
  }
  const coverage = total === 0 ? 0 : covered / total;
  const matches = matchesOf(answered, byTerm);
  // A guide that is named by the official term is meant, whatever else the citizen tells.
  const isNamedSo = matches.some(({ kind, fields }) => kind === 'synonym' && fields.includes('name'));
  return { coverage, strength: coverage >= strongCoverage || isNamedSo ? 'strong' : 'weak', matches, missingWords };
}

/**
 * `present`: the share of the reading that the document has anywhere. `told`: the same, but what only its body has counts less
 * the more bodies have it, so that a guide is not "about" a paper that every guide asks for.
 */
function sharesOf(reading: QueryReading, { rarityOf, bodyRarityOf }: IndexKnowledge, byTerm: ReadonlyMap<string, ScorePart>): { present: number; told: number } {
  let [whole, present, told] = [0, 0, 0];
  for (const [term, factor] of tellingTerms(reading.factors)) {
    const part = byTerm.get(term);
    const rarity = rarityOf(term);
    whole += factor * rarity;
    if (part === undefined) continue;
    present += factor * rarity;
    told += factor * (isInHeading(part) ? rarity : Math.sqrt(rarity * bodyRarityOf(term)));
  }
  return whole === 0 ? { present: 0, told: 0 } : { present: present / whole, told: told / whole };
}

const isInHeading = ({ fields }: ScorePart): boolean => fields.includes('name') || fields.includes('keywords');

function informationOf(reading: QueryReading | undefined, { rarityOf, isKnown }: IndexKnowledge): number {
  if (reading === undefined) return 0;
  const telling = tellingTerms(reading.factors);
  const information = [...telling].reduce((sum, [term, factor]) => sum + factor * rarityOf(term), 0);
  return [...telling.keys()].some(isKnown) ? information : information * unknownWordFactor;
}

const fieldOrder: readonly SearchField[] = ['name', 'keywords', 'body'];

function matchesOf(answered: readonly { reading: QueryReading; present: number }[], byTerm: ReadonlyMap<string, ScorePart>): WordMatch[] {
  const matches = new Map<string, WordMatch>();
  for (const { reading, present } of answered) {
    if (present < saidToHave) continue;
    const own = [...reading.factors.keys()].flatMap((term) => byTerm.get(term) ?? []);
    const telling = [...tellingTerms(reading.factors).keys()].flatMap((term) => byTerm.get(term) ?? []);
    const weightIn = (field?: SearchField): number => telling.reduce((sum, { weight, fields: own }) => (field === undefined || own.includes(field) ? sum + weight : sum), 0);
    // Words are cut differently in different company: nearly all of it is all of it.
    const fields = fieldOrder.filter((field) => weightIn(field) >= saidToHave * weightIn());
    const match: WordMatch = {
      kind: reading.kind,
      queryWord: reading.written,
      matchedTerm: reading.meant,
      // Where it is scattered over the fields, none has it; the last one is said, which promises least.
      fields: fields.length > 0 ? fields : fieldOrder.filter((field) => telling.some((part) => part.fields.includes(field))).slice(-1),
      score: own.reduce((sum, { weight, saturation }) => sum + weight * saturation, 0),
    };
    const key = `${match.queryWord}\n${match.matchedTerm}`;
    if ((matches.get(key)?.score ?? -1) < match.score) matches.set(key, match);
  }
  return [...matches.values()].sort((one, other) => other.score - one.score);
}
