import { build } from 'esbuild';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './builds';

// The product's own code in one file each; libraries stay in node_modules, where `npm ci` put the ones that were tested.
const common = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', sourcemap: true, logLevel: 'warning' } as const;

async function buildServer(): Promise<void> {
  const out = join(root, 'dist');
  for (const folder of ['server', 'wechat-sandbox']) rmSync(join(out, folder), { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: { main: join(root, 'server/main.ts'), importGuides: join(root, 'server/importGuides.ts'), admin: join(root, 'server/admin.ts') },
    outdir: join(out, 'server'),
    outExtension: { '.js': '.cjs' },
  });
  await build({ ...common, entryPoints: [join(root, 'wechat-sandbox/main.ts')], outfile: join(out, 'wechat-sandbox/main.cjs') });
  // Read at run time from beside the bundle, as they are read from beside the source in development.
  cpSync(join(root, 'server/database/migrations'), join(out, 'server/migrations'), { recursive: true });
  for (const name of ['demoGuides', 'demoEarlierVersions.json', 'demoOffices.json', 'demoFiles', 'demoAnnouncements']) cpSync(join(root, 'server/database/seed', name), join(out, 'server', name), { recursive: true });
  const pages = join(root, 'wechat-sandbox/page');
  if (existsSync(pages)) cpSync(pages, join(out, 'wechat-sandbox/page'), { recursive: true });
}

buildServer().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
