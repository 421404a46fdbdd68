import { believable, isRead } from './belief';
import { bounds, strongShareOfBest } from './configuration';
import { NameVocabulary } from './nameVocabulary';
import { judge } from './judgement';
import { analyseQuery, type QueryAnalysis } from './queryAnalysis';
import { offerDocuments, scoreParts } from './scoring';
import type { Explanation, QueryOptions, SearchAnswer, SearchDocument, SearchIndex, SearchResult, SearchStatistics, Suggestion, SynonymTable } from './searchIndex';
import { Segments } from './segments';
import { suggestNames } from './suggestions';
import { Synonyms } from './synonyms';
import { countTerms } from './tokens';
import { goesBefore, TopDocuments } from './topDocuments';
import { readingsOf, reasonOf, understoodAs } from './wording';

/** The search of one process: all of it in memory, nothing shared. */
export class InvertedIndex implements SearchIndex {
  private readonly segments = new Segments();
  private readonly vocabulary = new NameVocabulary();
  /** Kept as they were written: for suggestions, and to take a document's words back out of the vocabulary. */
  private readonly headings = new Map<string, { name: string; keywords: readonly string[] }>();
  private synonyms = new Synonyms([]);

  constructor(table: SynonymTable) {
    this.setSynonyms(table);
  }

  get size(): number {
    return this.segments.size;
  }

  add(document: SearchDocument): void {
    const before = this.headings.get(document.id);
    if (before !== undefined) this.vocabulary.remove(before.name, before.keywords);
    this.segments.put(countTerms(document));
    const { name, keywords } = document;
    this.headings.set(document.id, { name, keywords: [...keywords] });
    this.vocabulary.add(name, keywords);
  }

  remove(id: string): boolean {
    const heading = this.headings.get(id);
    if (heading === undefined) return false;
    this.vocabulary.remove(heading.name, heading.keywords);
    this.headings.delete(id);
    return this.segments.remove(id);
  }

  setSynonyms(table: SynonymTable): void {
    // Phrases can be spelt in pinyin and mistyped too.
    this.vocabulary.removeTerms(this.synonyms.phrases);
    this.synonyms = new Synonyms(table);
    this.vocabulary.addTerms(this.synonyms.phrases);
  }

  query(text: string, { limit, accepts = () => true }: QueryOptions): SearchAnswer {
    const analysis = this.analyse(text);
    const most = boundedLimit(limit, bounds.results);
    const top = new TopDocuments(most + (isRead(analysis) ? bounds.doubted : 0));
    for (const segment of this.segments.current()) offerDocuments(segment, analysis.terms, accepts, top);
    const results = top
      .ranked()
      .flatMap(({ id }) => this.resultOf(id, analysis) ?? [])
      .filter(({ score }) => score > 0)
      .sort((one, other) => (goesBefore(one, other) ? -1 : 1))
      .slice(0, most);
    const least = strongShareOfBest * (results[0]?.score ?? 0);
    const judged = results.map(({ id, score, coverage, strength, reason, matches }): SearchResult => ({ id, score, coverage, strength: score < least ? 'weak' : strength, reason, matches }));
    return {
      results: judged,
      nothingFound: judged.every(({ strength }) => strength === 'weak'),
      readings: readingsOf(analysis),
      understoodAs: understoodAs(analysis),
    };
  }

  explain(text: string, id: string): Explanation | undefined {
    return this.resultOf(id, this.analyse(text));
  }

  suggest(text: string, limit: number): readonly Suggestion[] {
    return suggestNames(text, boundedLimit(limit, bounds.suggestions), { segments: this.segments, vocabulary: this.vocabulary, synonyms: this.synonyms, headings: this.headings });
  }

  statistics(): SearchStatistics {
    const segments = this.segments.current();
    const sum = (of: (segment: (typeof segments)[number]) => number): number => segments.reduce((total, segment) => total + of(segment), 0);
    return {
      documents: this.size,
      segments: segments.length,
      terms: sum(({ parts }) => parts.terms.length),
      postings: sum(({ postings }) => postings),
      postingBytes: sum(({ parts }) => parts.documents.byteLength + parts.counts.byteLength + parts.blockMaxima.byteLength + parts.starts.byteLength),
    };
  }

  private analyse(text: string): QueryAnalysis {
    const segments = this.segments.current();
    return analyseQuery(text, {
      synonyms: this.synonyms,
      vocabulary: this.vocabulary,
      frequencyOf: (term) => this.segments.frequencyOf(term),
      // The dead are in the frequencies too, until they are merged away.
      documents: segments.reduce((total, { parts }) => total + parts.ids.length, 0),
    });
  }

  private resultOf(id: string, analysis: QueryAnalysis): (Explanation & SearchResult) | undefined {
    const place = this.segments.locate(id);
    if (place === undefined) return undefined;
    const parts = believable(analysis, scoreParts(place.segment, place.number, analysis.terms));
    const judgement = judge(analysis, parts);
    return {
      id,
      score: parts.reduce((sum, { weight, saturation }) => sum + weight * saturation, 0),
      coverage: judgement.coverage,
      strength: judgement.strength,
      reason: reasonOf(judgement),
      matches: judgement.matches,
      missingWords: judgement.missingWords,
      parts: parts.sort((one, other) => other.weight * other.saturation - one.weight * one.saturation),
    };
  }
}

function boundedLimit(limit: number, most: number): number {
  return Number.isFinite(limit) ? Math.max(1, Math.min(most, Math.trunc(limit))) : most;
}
