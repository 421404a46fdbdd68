import pg from 'pg';
import { createSearchIndex, type SearchIndex } from '../../server/search';
import { withFreshDatabase } from './databases';
import { syntheticGuide, syntheticQuestion, type SyntheticGuide } from './syntheticGuides';
import { median } from './table';

const sizes = [10_000, 100_000] as const;
const shortWords = ['身份证', '社保', '公积金', '营业执照', '驾驶证', '结婚', '医保', '养老', '残疾人', '食品'];
const questions = 200;
const rounds = 5;
const likeRounds = 15;
const limit = 10;

interface Times {
  shortWords: number[];
  questions: number[];
}

/**
 * How long queries take with 10,000 and 100,000 guides, beside PostgreSQL's LIKE over the same 100,000 in the same run.
 * Whole queries are timed: cutting the text, ranking, and the reasons of the ten results.
 */
export async function benchSearchSpeed(): Promise<void> {
  const measured: Times[] = [];
  for (const size of sizes) {
    const index = build(size);
    const asked = Array.from({ length: questions }, (_, number) => syntheticQuestion(number).text);
    const times = { shortWords: timeQueries(index, shortWords, rounds * 20), questions: timeQueries(index, asked, rounds) };
    measured.push(times);
    print(`${size} guides, short words`, times.shortWords);
    print(`${size} guides, whole questions`, times.questions);
    if (size === sizes[1]) printReplacing(index);
  }
  const [small, large] = measured;
  if (small === undefined || large === undefined) return;
  for (const kind of ['shortWords', 'questions'] as const) {
    const label = kind === 'shortWords' ? 'short words' : 'whole questions';
    line(`p50 at 100,000 / p50 at 10,000, ${label}`, `${(percentile(large[kind], 0.5) / percentile(small[kind], 0.5)).toFixed(2)}`);
  }
  await withFreshDatabase('postgresql', async ({ DATABASE_URL }) => {
    const like = await timeLike(DATABASE_URL ?? '');
    print('PostgreSQL LIKE, 100000 guides', like);
    line('p99 of whole questions / median of LIKE', (percentile(large.questions, 0.99) / median(like)).toFixed(3));
  });
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

function timeQueries(index: SearchIndex, texts: readonly string[], times: number): number[] {
  for (const text of texts) index.query(text, { limit });
  return Array.from({ length: times }, () => texts).flatMap((round) =>
    round.map((text) => {
      const began = performance.now();
      index.query(text, { limit });
      return performance.now() - began;
    }),
  );
}

/** Guides that are edited while citizens search: each replacement is followed by a query. */
function printReplacing(index: SearchIndex): void {
  const times: number[] = [];
  for (let number = 0; number < 2_000; number += 1) {
    const { id, name, keywords, body } = syntheticGuide(number * 37);
    const began = performance.now();
    index.add({ id, name, keywords, body: `${body}已修订。` });
    times.push(performance.now() - began);
    index.query(shortWords[number % shortWords.length] ?? '', { limit });
  }
  print('  replacing a guide', times);
}

/**
 * What a site without a search engine does: the question's main noun, looked for in name and body, names first. It has to be
 * ordered, as any useful list is, so PostgreSQL reads every row; without the order a common word would stop after ten rows
 * and answer with any ten. Only ten ids come back, so that sending them costs nothing. The noun is handed over ready-made.
 */
async function timeLike(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table guides (id text primary key, name text not null, body text not null)');
  for (let first = 0; first < sizes[1]; first += 5_000) {
    const guides = Array.from({ length: 5_000 }, (_, offset) => syntheticGuide(first + offset));
    const column = (of: (guide: SyntheticGuide) => string): string[] => guides.map(of);
    await client.query('insert into guides select * from unnest($1::text[], $2::text[], $3::text[])', [column(({ id }) => id), column(({ name }) => name), column(({ body }) => body)]);
  }
  await client.query('vacuum analyze guides');
  const times: number[] = [];
  for (let round = -2; round < likeRounds; round += 1) {
    const pattern = `%${syntheticQuestion(round + 2).noun}%`;
    const began = performance.now();
    await client.query({ name: 'like', text: 'select id from guides where name like $1 or body like $1 order by (name like $1) desc, length(name), id limit 10', values: [pattern] });
    if (round >= 0) times.push(performance.now() - began);
  }
  await client.end();
  return times;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function print(what: string, times: readonly number[]): void {
  line(what, `p50 ${percentile(times, 0.5).toFixed(3)} ms  p99 ${percentile(times, 0.99).toFixed(3)} ms`);
}

function line(what: string, value: string): void {
  process.stdout.write(`  ${what.padEnd(48)} ${value}\n`);
}
