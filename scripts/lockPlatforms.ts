import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './builds';

/**
 * A lock file made on Linux, or through a mirror that lacks some packages, forgets the native packages of
 * macOS and Windows, and then `npm ci` fails there. WeChat DevTools runs only there.
 *
 * `tsx scripts/lockPlatforms.ts` adds what is missing; with `--check` it only says so and ends with 1.
 */
interface LockedPackage {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  license?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const operatingSystems = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openbsd', 'netbsd', 'openharmony', 'sunos', 'aix'];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | undefined {
  const parts = name.split(/[-/]/);
  const os = operatingSystems.find((each) => parts.includes(each));
  if (os === undefined) return undefined;
  const cpu = processors.find((each) => parts.includes(each));
  return {
    os: [os],
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(parts.includes('musl') ? { libc: ['musl'] } : parts.includes('gnu') ? { libc: ['glibc'] } : {}),
  };
}

/** Where Node would look for a package that `owner` asks for, nearest first. */
function placesFor(owner: string, name: string): string[] {
  const folders = owner.split('node_modules/').slice(1);
  const places = folders.map((_, depth) => {
    const owners = folders.slice(0, folders.length - depth).map((folder) => `node_modules/${folder}`.replace(/\/$/, ''));
    return [...owners, `node_modules/${name}`].join('/');
  });
  return [...places, `node_modules/${name}`];
}

const missing: string[] = [];
for (const [owner, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (platform === undefined || !/^\d/.test(version)) continue;
    const places = placesFor(owner, name);
    const found = places.find((place) => lock.packages[place] !== undefined);
    if (found !== undefined && lock.packages[found]?.version === version) continue;
    // Beside everything else if that place is free, else below its owner.
    const place = found === undefined ? `node_modules/${name}` : `${owner}/node_modules/${name}`;
    lock.packages[place] = { version, ...(entry.dev === true ? { dev: true } : {}), optional: true, ...platform };
    missing.push(place);
  }
}

if (process.argv.includes('--check')) {
  for (const place of missing) process.stdout.write(`package-lock.json lacks ${place}: run npx tsx scripts/lockPlatforms.ts\n`);
  process.exit(missing.length > 0 ? 1 : 0);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${missing.length} platform packages added\n`);
