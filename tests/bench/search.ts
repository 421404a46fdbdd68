import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSearchIndex } from '../../server/search';
import { plainBm25Baselines } from './plainBm25';
import { seededRandom } from '../support/seededRandom';

interface Corpus {
  documents: { id: string; text: string }[];
  queries: { query: string; relevant_id: string }[];
}

/** Ranks below this are not looked at. */
const depth = 10;
const resamples = 10_000;
const seed = 20_261_124;

/**
 * How well the search finds the one right document, beside plain BM25 over the same texts in the same run.
 *
 * `--documents FILE --queries FILE`: CSV with `id,department,text` and `query,relevant_id`.
 */
export async function benchSearch(options: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...options], options: { documents: { type: 'string' }, queries: { type: 'string' } } });
  if (values.documents === undefined || values.queries === undefined || !existsSync(values.documents) || !existsSync(values.queries)) {
    process.stdout.write('  (not measured: give --documents FILE --queries FILE)\n');
    return;
  }
  const corpus = readCorpus(values.documents, values.queries);
  process.stdout.write(`  ${corpus.documents.length} documents, ${corpus.queries.length} queries\n`);
  const ours = measure('ours', corpus, ourSearch(corpus));
  const baselines = plainBm25Baselines(corpus.documents).map(({ name, search }) => ({ name, ranks: measure(name, corpus, search) }));
  for (const { name, of } of [
    { name: 'MRR@10', of: reciprocalRank },
    { name: 'Recall@10', of: foundWithin(10) },
  ]) {
    const best = baselines.reduce((one, other) => (mean(other.ranks.map(of)) > mean(one.ranks.map(of)) ? other : one));
    const differences = ours.map((rank, index) => of(rank) - of(best.ranks[index]));
    const { low, high, notBetter } = bootstrap(differences);
    process.stdout.write(
      `  ${name}: ours - ${best.name} = ${signed(mean(differences))}  95 % interval ${signed(low)} to ${signed(high)}  P(difference <= 0) = ${notBetter.toFixed(4)}\n`,
    );
  }
  process.stdout.write(`  (paired bootstrap over queries, ${resamples} resamples, seed ${seed})\n`);
}

function readCorpus(documents: string, queries: string): Corpus {
  const read = (file: string): unknown => parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });
  return { documents: read(documents) as Corpus['documents'], queries: read(queries) as Corpus['queries'] };
}

/** The index that serves citizens. These documents have no names: all of them is body. */
function ourSearch({ documents }: Corpus): (query: string) => string[] {
  const index = createSearchIndex();
  for (const { id, text } of documents) index.add({ id, name: '', keywords: [], body: text });
  return (query) => index.query(query, { limit: depth }).results.map(({ id }) => id);
}

/** The rank of the right document for each query; undefined where it is not among the first ten. */
type Rank = number | undefined;

function measure(name: string, { queries }: Corpus, search: (query: string) => readonly string[]): Rank[] {
  const ranks = queries.map(({ query, relevant_id }): Rank => {
    const index = search(query).slice(0, depth).indexOf(relevant_id);
    return index < 0 ? undefined : index + 1;
  });
  const columns = [
    ['MRR@10', reciprocalRank] as const,
    ...[1, 5, 10].map((within) => [`Recall@${within}`, foundWithin(within)] as const),
  ].map(([label, of]) => `${label} ${mean(ranks.map(of)).toFixed(4)}`);
  process.stdout.write(`  ${name.padEnd(44)} ${columns.join('  ')}\n`);
  return ranks;
}

const reciprocalRank = (rank: Rank): number => (rank === undefined ? 0 : 1 / rank);
const foundWithin = (within: number) => (rank: Rank): number => (rank !== undefined && rank <= within ? 1 : 0);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** How the mean of the differences scatters when the queries are drawn anew, with replacement. */
function bootstrap(differences: readonly number[]): { low: number; high: number; notBetter: number } {
  const random = seededRandom(seed);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < differences.length; drawn += 1) sum += differences[Math.floor(random() * differences.length)] ?? 0;
    return sum / Math.max(1, differences.length);
  }).sort((one, other) => one - other);
  const at = (share: number): number => means[Math.min(means.length - 1, Math.floor(share * means.length))] ?? 0;
  return { low: at(0.025), high: at(0.975), notBetter: means.filter((value) => value <= 0).length / means.length };
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(4)}`;
}
