import pg from 'pg';
import { createSearchIndex, type SearchIndex } from '../../server/search';
import { localPostgresUrl, withFreshDatabase } from './databases';
import { syntheticGuide, syntheticQuestion, type SyntheticGuide } from './syntheticGuides';
import { median } from './table';

const sizes = [10_000, 100_000] as const;
const shortWords = ['身份证', '社保', '公积金', '营业执照', '驾驶证', '结婚', '医保', '养老', '残疾人', '食品'];
const questions = Array.from({ length: 200 }, (_, number) => syntheticQuestion(number));
const rounds = 9;
const limit = 10;

/** For each text, the milliseconds of its runs. */
type Runs = Map<string, number[]>;

/**
 * How long queries take with 10,000 and 100,000 guides, beside PostgreSQL's LIKE over the same 100,000 in the same run.
 *
 * Whole queries are timed: cutting the text, ranking, and the reasons of the ten results. All kinds take turns, and a
 * text's time is the median of its runs, so that what else the machine does meets all alike; p99 is that of the texts, and
 * beside it stands the p99 of all single runs.
 */
export async function benchSearchSpeed(): Promise<void> {
  const indexes = sizes.map((size) => ({ size, index: build(size), words: new Map() as Runs, questions: new Map() as Runs }));
  const large = indexes.at(-1);
  const small = indexes[0];
  if (small === undefined || large === undefined) return;
  const measure = async (like: (noun: string) => Promise<void>): Promise<Runs> => {
    const likeRuns: Runs = new Map();
    // One round more, to warm up.
    for (let round = -1; round < rounds; round += 1) {
      const keep = (runs: Runs, text: string, milliseconds: number): void => void (round >= 0 && runs.set(text, [...(runs.get(text) ?? []), milliseconds]));
      for (const { index, words, questions: asked } of indexes) {
        for (const text of shortWords) keep(words, text, timed(() => index.query(text, { limit })));
        for (const { text } of questions) keep(asked, text, timed(() => index.query(text, { limit })));
      }
      for (const { text, noun } of questions.slice(0, 10)) {
        const began = performance.now();
        await like(noun);
        keep(likeRuns, text, performance.now() - began);
      }
    }
    return likeRuns;
  };
  let likeRuns: Runs = new Map();
  if (localPostgresUrl() === undefined) {
    process.stdout.write('  (LIKE not measured: no PostgreSQL answers)\n');
    await measure(() => Promise.resolve());
  } else {
    await withFreshDatabase('postgresql', async ({ DATABASE_URL }) => {
      const client = new pg.Client({ connectionString: DATABASE_URL });
      await client.connect();
      await fill(client);
      likeRuns = await measure((noun) => like(client, noun));
      await client.end();
    });
  }
  for (const { size, words, questions: asked } of indexes) {
    print(`${size} guides, short words`, words);
    print(`${size} guides, whole questions`, asked);
  }
  line('p50 at 100,000 / p50 at 10,000, short words', (middle(large.words) / middle(small.words)).toFixed(2));
  line('p50 at 100,000 / p50 at 10,000, whole questions', (middle(large.questions) / middle(small.questions)).toFixed(2));
  if (likeRuns.size > 0) {
    print('PostgreSQL LIKE, 100000 guides', likeRuns);
    line('p99 of whole questions / median of LIKE', (percentile(medians(large.questions), 0.99) / middle(likeRuns)).toFixed(3));
  }
  printReplacing(large.index);
}

function build(size: number): SearchIndex {
  global.gc?.();
  const before = process.memoryUsage();
  const index = createSearchIndex();
  const began = performance.now();
  let longest = 0;
  for (let number = 0; number < size; number += 1) {
    const { id, name, keywords, body } = syntheticGuide(number);
    const started = performance.now();
    index.add({ id, name, keywords, body });
    longest = Math.max(longest, performance.now() - started);
  }
  const statistics = index.statistics();
  const seconds = (performance.now() - began) / 1000;
  global.gc?.();
  const after = process.memoryUsage();
  const megabytes = (of: 'rss' | 'heapUsed' | 'arrayBuffers'): string => `${((after[of] - before[of]) / 2 ** 20).toFixed(0)} MB`;
  line(`${size} guides, built in`, `${seconds.toFixed(1)} s, the longest add ${longest.toFixed(0)} ms`);
  line('  memory over before', `rss ${megabytes('rss')}, heap ${megabytes('heapUsed')}, array buffers ${megabytes('arrayBuffers')}`);
  line('  index', `${statistics.postings} postings of ${statistics.terms} terms in ${statistics.segments} segments, ${(statistics.postingBytes / 2 ** 20).toFixed(0)} MB`);
  return index;
}

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

/** Guides that are edited while citizens search: each replacement is followed by a query. */
function printReplacing(index: SearchIndex): void {
  const runs: Runs = new Map();
  for (let number = 0; number < 2_000; number += 1) {
    const { id, name, keywords, body } = syntheticGuide(number * 37);
    runs.set(id, [timed(() => index.add({ id, name, keywords, body: `${body}已修订。` }))]);
    index.query(shortWords[number % shortWords.length] ?? '', { limit });
  }
  print('replacing a guide among 100000', runs);
}

async function fill(client: pg.Client): Promise<void> {
  await client.query('create table guides (id text primary key, name text not null, body text not null)');
  for (let first = 0; first < sizes[1]; first += 5_000) {
    const guides = Array.from({ length: 5_000 }, (_, offset) => syntheticGuide(first + offset));
    const column = (of: (guide: SyntheticGuide) => string): string[] => guides.map(of);
    await client.query('insert into guides select * from unnest($1::text[], $2::text[], $3::text[])', [column(({ id }) => id), column(({ name }) => name), column(({ body }) => body)]);
  }
  await client.query('vacuum analyze guides');
}

/**
 * What a site without a search engine does: the question's main noun, looked for in name and body, names first. It has to be
 * ordered, as any useful list is, so PostgreSQL reads every row; without the order a common word would stop after any ten
 * rows. Only ten ids come back, so that sending them costs nothing. The noun is handed over ready-made.
 */
async function like(client: pg.Client, noun: string): Promise<void> {
  await client.query({ name: 'like', text: 'select id from guides where name like $1 or body like $1 order by (name like $1) desc, length(name), id limit 10', values: [`%${noun}%`] });
}

function medians(runs: Runs): number[] {
  return [...runs.values()].map(median);
}

function middle(runs: Runs): number {
  return median(medians(runs));
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function print(what: string, runs: Runs): void {
  const single = percentile([...runs.values()].flat(), 0.99);
  line(what, `p50 ${middle(runs).toFixed(3)} ms  p99 ${percentile(medians(runs), 0.99).toFixed(3)} ms  (of single runs ${single.toFixed(3)} ms)`);
}

function line(what: string, value: string): void {
  process.stdout.write(`  ${what.padEnd(48)} ${value}\n`);
}
