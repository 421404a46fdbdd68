import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, readAppConfig } from './miniprogramDist';

/** WeChat's kilobyte. */
export const kilobyte = 1024;

export interface AppPackage {
  /** `main`, or the root of a subpackage. */
  name: string;
  bytes: number;
}

const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile());

/** The package that a file of the build is downloaded with. */
export function packageOf(file: string): string {
  const inSubPackage = readAppConfig().subPackages.find(({ root }) => file.startsWith(`${root}/`));
  return inSubPackage?.root ?? 'main';
}

/** What a phone downloads: every file of the build, by package. Main package first. */
export function packages(): AppPackage[] {
  const bytes = new Map<string, number>([['main', 0]]);
  for (const file of filesBelow(distFolder)) {
    const name = packageOf(file);
    bytes.set(name, (bytes.get(name) ?? 0) + statSync(join(distFolder, file)).size);
  }
  return Array.from(bytes, ([name, size]) => ({ name, bytes: size }));
}
