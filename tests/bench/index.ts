import { describeImportMemory, measureImportMemory } from './importMemory';
import { benchReads } from './reads';
import { benchSessions } from './sessions';

/**
 * `npm run bench [-- name …]`: ratios of things measured side by side in one run, so that they mean something on any
 * machine. Nothing here passes or fails.
 */
const benches: Record<string, () => Promise<void>> = {
  reads: benchReads,
  sessions: benchSessions,
  imports: async () => void process.stdout.write(`${describeImportMemory(await measureImportMemory())}\n`),
};

async function bench(): Promise<void> {
  const asked = process.argv.slice(2);
  for (const [name, run] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`\n${name}\n`);
    await run();
  }
}

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
