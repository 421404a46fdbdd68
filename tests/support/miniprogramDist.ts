import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mini-program as `npm run build:weapp` leaves it. */
export const distFolder = join(__dirname, '../../dist/weapp');

export interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string }[] };
}

export function readAppConfig(): AppConfig {
  const file = join(distFolder, 'app.json');
  if (!existsSync(file)) throw new Error('dist/weapp is missing: npm run build:weapp');
  return JSON.parse(readFileSync(file, 'utf8')) as AppConfig;
}

/** Every page of the app, main package first. */
export const allPages = ({ pages, subPackages }: AppConfig): string[] => [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
