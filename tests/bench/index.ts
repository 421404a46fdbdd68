import { benchAnnouncements } from './announcements';
import { describeImportMemory, measureImportMemory } from './importMemory';
import { benchReads } from './reads';
import { benchSearch } from './search';
import { benchSearchSpeed } from './searchSpeed';
import { benchSessions } from './sessions';

/**
 * `npm run bench [-- name … --option …]`: ratios of things measured side by side in one run, so that they mean something on any
 * machine. Nothing here passes or fails.
 */
const benches: Record<string, (options: readonly string[]) => Promise<void>> = {
  reads: benchReads,
  announcements: benchAnnouncements,
  sessions: benchSessions,
  search: benchSearch,
  'search-speed': benchSearchSpeed,
  imports: async () => void process.stdout.write(`${describeImportMemory(await measureImportMemory())}\n`),
};

async function bench(): Promise<void> {
  const given = process.argv.slice(2);
  const firstOption = given.findIndex((argument) => argument.startsWith('--'));
  const asked = firstOption < 0 ? given : given.slice(0, firstOption);
  const options = firstOption < 0 ? [] : given.slice(firstOption);
  for (const [name, run] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`\n${name}\n`);
    await run(options);
  }
}

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
