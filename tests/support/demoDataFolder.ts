import { cp, mkdir, mkdtemp, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { startServer } from './serverProcess';
import { sandboxSettings } from './sandboxSettings';

const bundle = join(__dirname, '../../dist/server/main.cjs');

/**
 * A data folder of its own with the demo county in it, as the built server leaves it after its first start. That start is made once
 * for a build and a day, whichever test comes first, and copied from then on: filling the county takes longer than most tests.
 */
export async function demoDataFolder(): Promise<string> {
  const filled = await filledFolder();
  const folder = await mkdtemp(join(tmpdir(), 'demo-county-'));
  await cp(filled, folder, { recursive: true });
  return folder;
}

async function filledFolder(): Promise<string> {
  const { mtimeMs, size } = await stat(bundle);
  const place = join(tmpdir(), `demo-county-${process.getuid?.() ?? 0}-${Math.round(mtimeMs)}-${size}-${new Date().toISOString().slice(0, 10)}`);
  await mkdir(`${place}.lock`, { recursive: true });
  const release = await lock(`${place}.lock`, { retries: { retries: 300, minTimeout: 200, maxTimeout: 1_000 }, stale: 20_000 });
  try {
    if (!(await exists(place))) {
      const beginning = await mkdtemp(join(tmpdir(), 'demo-county-new-'));
      // It calls nobody while it starts.
      const server = await startServer({ ...sandboxSettings('http://127.0.0.1:9'), SEED_DEMO: 'true', DATA_DIR: beginning });
      await server.stop();
      // Only a whole one has the name.
      await rename(beginning, place);
    }
  } finally {
    await release();
  }
  return place;
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);
