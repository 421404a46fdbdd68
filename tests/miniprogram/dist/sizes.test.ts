import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allPages, distFolder, readAppConfig } from '../../support/miniprogramDist';
import { kilobyte, packageOf, packages } from '../../support/miniprogramPackages';
import { printTable } from '../../support/miniprogramTable';

/** What opens first has to be there in seconds on a village's network. */
const mainBudget = 480 * kilobyte;
/** Fetched when a feature is opened for the first time: about a second at 100 KB/s. */
const subPackageBudget = 100 * kilobyte;
/** At work, opened every day and kept by WeChat from then on: forty screens in one package. */
const staffBudget = 400 * kilobyte;
/** WeChat allows 30 MB in all and 2 MB a package: ours together stay below what one may have. */
const totalBudget = 2048 * kilobyte;

const moduleList = (): Record<string, string[]> => JSON.parse(readFileSync(join(distFolder, '../weapp-modules.json'), 'utf8')) as Record<string, string[]>;

test('every package is smaller than its budget', () => {
  const all = packages();
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const budgetOf = (name: string) => (name === 'main' ? mainBudget : name === 'features/staff' ? staffBudget : subPackageBudget);
  const rows = [...all.map(({ name, bytes }) => ({ name, bytes, budget: budgetOf(name) })), { name: 'total', bytes: total, budget: totalBudget }];
  const inKilobytes = (bytes: number) => Number((bytes / kilobyte).toFixed(1));
  printTable('小程序包大小', ['package', 'KB', 'budget KB'], rows.map(({ name, bytes, budget }) => [name, inKilobytes(bytes), inKilobytes(budget)]));
  expect(rows.filter(({ bytes, budget }) => bytes > budget)).toEqual([]);
  expect(all.map(({ name }) => name).sort()).toEqual(['main', ...readAppConfig().subPackages.map(({ root }) => root)].sort());
});

test('the main package holds nothing of a feature, and a feature nothing of another', () => {
  const strangers = Object.entries(moduleList()).flatMap(([script, modules]) =>
    modules.filter((module) => module.startsWith('src/features/') && !module.startsWith(`src/${packageOf(script)}/`)).map((module) => `${script} holds ${module}`),
  );
  expect(strangers).toEqual([]);
});

test('no phone is sent a byte of the desktop editor', () => {
  const found = Object.entries(moduleList()).flatMap(([script, modules]) => modules.filter((module) => /prosemirror|staff\/announcements\/richText|RichTextField|EditorToolbar/.test(module)).map((module) => `${script} holds ${module}`));
  expect(found).toEqual([]);
});

test('the list of modules knows every page, so that nothing escapes it', () => {
  const list = moduleList();
  for (const page of allPages(readAppConfig())) {
    expect({ page, modules: list[`${page}.js`] }).toEqual({ page, modules: expect.arrayContaining([`src/${page}.tsx`]) });
    expect(existsSync(join(distFolder, `${page}.js`))).toBe(true);
  }
});
