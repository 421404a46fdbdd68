import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateInShanghai, SettableClock, type Clock } from '../../clock';
import type { FileStorage } from '../../files/fileStorage';
import { FileFolder } from '../../guideImport/files/fileFolder';
import { importGuides } from '../../guideImport/importGuides';
import { describeRowError } from '../../guideImport/importReport';
import { rowsInMemory } from '../../guideImport/jsonGuides';
import type { DatabasePool } from '../pool';
import { withProcessLock } from '../processLock';

interface DemoOffice {
  code: string;
  name: string;
  address: string;
  openingHours?: string;
  phone?: string;
  transport?: string;
  accessibility?: string;
  latitude?: number;
  longitude?: number;
  windows: { number: string; name: string; floor: string }[];
}

/** A guide as it was before somebody improved it: the fields that were other ones, and null for those it did not have. */
type EarlierVersion = { implementationCode: string } & Record<string, unknown>;

const firstPublishedAt = new Date('2026-06-01T01:00:00Z');
const improvedAt = new Date('2026-11-03T01:00:00Z');

/** Any number will do, as long as every process uses the same one. */
const seedingLock = 7_201_141;

/** What people come for most, as the counter of readers would have it by now. */
const mostUsed = ['YX-GA-0002', 'YX-YB-0001', 'YX-GA-0005', 'YX-RS-0002', 'YX-GA-0008', 'YX-ZR-0001'];

/**
 * Puts the departments, offices and guides of 云岫县, which does not exist, into a database that has no guide yet, and their
 * forms and samples into the file storage, the way a real county's file is imported. A database with guides is left alone, so it
 * may be called at every start.
 *
 * @returns the number of guides added.
 */
export function seedDemoCity(pool: DatabasePool, storage: FileStorage, clock: Clock): Promise<number> {
  return withProcessLock(pool, seedingLock, () => seed(pool, storage, clock));
}

async function seed(pool: DatabasePool, storage: FileStorage, clock: Clock): Promise<number> {
  const { rows } = await pool.query('select from service_guides limit 1');
  if (rows.length > 0) return 0;
  const folder = await FileFolder.open(join(__dirname, 'demoFiles'));
  const load = async (rows: Parameters<typeof rowsInMemory>[0], at: Date): Promise<number> => {
    const summary = await importGuides(pool, rowsInMemory(rows), { clock: new SettableClock(at), files: { folder, storage } });
    const [error] = summary.errors;
    if (error !== undefined) throw new Error(`demo data, ${error.sheet ?? ''} ${error.row}: ${describeRowError(error)}`);
    return summary.added;
  };
  const guides = await readDemoGuides();
  const earlier = new Map((await readList<EarlierVersion>(join(__dirname, 'demoEarlierVersions.json'))).map((version) => [version.implementationCode, version]));
  const demoOffices = await readList<DemoOffice>(join(__dirname, 'demoOffices.json'));
  const added = await load(
    {
      offices: demoOffices.map(({ windows: _, ...office }) => office),
      windows: demoOffices.flatMap(({ code, windows }) => windows.map((window) => ({ officeCode: code, ...window }))),
      basic: guides.map((guide) => ({ ...guide, ...earlier.get(guide.implementationCode) })),
    },
    firstPublishedAt,
  );
  await load({ basic: guides.filter(({ implementationCode }) => earlier.has(implementationCode)) }, improvedAt);
  await pool.query(
    `insert into guide_views (viewed_on, guide_id, views)
     select $1::date, g.id, 10 * (cardinality($2::text[]) + 1 - used.place) from unnest($2::text[]) with ordinality as used (code, place)
     join service_guides g on g.implementation_code = used.code on conflict do nothing`,
    [dateInShanghai(clock.now()), mostUsed],
  );
  return added;
}

async function readDemoGuides(): Promise<{ implementationCode: string }[]> {
  const names = (await readdir(join(__dirname, 'demoGuides'))).filter((name) => name.endsWith('.json')).sort();
  return (await Promise.all(names.map((name) => readList<{ implementationCode: string }>(join(__dirname, 'demoGuides', name))))).flat();
}

async function readList<Item>(path: string): Promise<Item[]> {
  return JSON.parse(await readFile(path, 'utf8')) as Item[];
}
