import type { QueryAnalysis } from './queryAnalysis';
import { tellingTerms } from './queryTerms';
import type { QueryReading } from './readings';
import type { ScorePart, SearchField } from './searchIndex';

const fields: readonly SearchField[] = ['name', 'keywords', 'body'];

/** Whether any term to look for was not typed, but comes from a synonym, pinyin or a slip. */
export function isRead({ readings }: QueryAnalysis): boolean {
  return readings.some(({ kind }) => kind !== 'exact');
}

/**
 * The parts of a score, those that nobody typed weighed by how far they are to be believed: a document that has a piece of an
 * official term need not be about it. 补领 in 驾驶证补领 says little of 身份证补领. Belief is the square of the share of the term
 * that one field of the document has; whole, it is full.
 */
export function believable({ readings, typedTerms, knowledge: { rarityOf } }: QueryAnalysis, parts: readonly ScorePart[]): ScorePart[] {
  const byTerm = new Map(parts.map((part) => [part.term, part]));
  const beliefs = new Map<string, number>();
  for (const reading of readings) {
    if (reading.kind === 'exact') continue;
    const belief = beliefIn(reading, byTerm, rarityOf);
    for (const term of reading.factors.keys()) beliefs.set(term, Math.max(beliefs.get(term) ?? 0, belief));
  }
  return parts.map((part) => (typedTerms.has(part.term) ? part : { ...part, weight: part.weight * (beliefs.get(part.term) ?? 1) }));
}

function beliefIn(reading: QueryReading, byTerm: ReadonlyMap<string, ScorePart>, rarityOf: (term: string) => number): number {
  let whole = 0;
  const there = new Map<SearchField, number>();
  for (const [term, factor] of tellingTerms(reading.factors)) {
    const weight = factor * rarityOf(term);
    whole += weight;
    for (const field of byTerm.get(term)?.fields ?? []) there.set(field, (there.get(field) ?? 0) + weight);
  }
  const share = whole === 0 ? 0 : Math.max(...fields.map((field) => there.get(field) ?? 0)) / whole;
  return share ** 2;
}
