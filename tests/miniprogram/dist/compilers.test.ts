import { spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { distFolder } from '../../support/miniprogramDist';

// What WeChat DevTools calls: https://github.com/wechat-miniprogram/miniprogram-compiler, brought by miniprogram-simulate.
const packages = createRequire(createRequire(__filename).resolve('miniprogram-simulate'));
const compilerFolder = dirname(packages.resolve('miniprogram-compiler/package.json'));
const platformFolder = { darwin: 'mac', linux: 'linux', win32: 'windows' }[process.platform as string] ?? 'linux';

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'compilers-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The compiler as a file that may be run: not every package manager keeps that right. */
function compiler(name: 'wcc' | 'wcsc'): string {
  const file = join(compilerFolder, 'bin', platformFolder, process.platform === 'win32' ? `${name}.exe` : name);
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    const copy = join(scratch, name);
    cpSync(file, copy);
    spawnSync('chmod', ['+x', copy]);
    return copy;
  }
}

/** @returns paths below the folder */
const filesEndingWith = (ending: string, folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort();

interface Outcome {
  isAccepted: boolean;
  complaint: string;
  output: string;
}

function run(name: 'wcc' | 'wcsc', parameters: string[], folder: string): Outcome {
  const { status, stdout, stderr, error } = spawnSync(compiler(name), parameters, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error !== undefined) throw error;
  return { isAccepted: status === 0, complaint: stderr, output: stdout };
}

const compileWxml = (folder: string): Outcome => run('wcc', ['-d', '-cc', '0', ...filesEndingWith('.wxml', folder), ...filesEndingWith('.wxs', folder), '-gn', '$gwx'], folder);
function compileWxss(folder: string): Outcome {
  const files = filesEndingWith('.wxss', folder);
  // Files beyond the count are read only where another one imports them.
  return run('wcsc', ['-db', '-pc', String(files.length), ...files], folder);
}

/** A copy of the dist with one file written anew. */
function distWith(file: string, content: string): string {
  const folder = mkdtempSync(join(scratch, 'dist-'));
  for (const ending of ['.wxml', '.wxs', '.wxss']) {
    for (const each of filesEndingWith(ending, distFolder)) {
      mkdirSync(dirname(join(folder, each)), { recursive: true });
      cpSync(join(distFolder, each), join(folder, each));
    }
  }
  writeFileSync(join(folder, file), content);
  return folder;
}

test('the WXML compiler of WeChat accepts every template', () => {
  const outcome = compileWxml(distFolder);
  expect(outcome).toMatchObject({ isAccepted: true, complaint: '' });
  for (const file of filesEndingWith('.wxml', distFolder)) expect(outcome.output).toContain(file);
});

test('the WXML compiler of WeChat refuses a template that is not closed', () => {
  const outcome = compileWxml(distWith('pages/home/index.wxml', '<view><text>首页</view>'));
  expect(outcome.isAccepted).toBe(false);
  expect(outcome.complaint).toContain('pages/home/index.wxml');
});

test('the WXSS compiler of WeChat accepts every style', () => {
  const outcome = compileWxss(distFolder);
  expect(outcome).toMatchObject({ isAccepted: true, complaint: '' });
  for (const file of filesEndingWith('.wxss', distFolder)) expect(outcome.output).toContain(file);
});

test('the WXSS compiler of WeChat refuses a style that is not one', () => {
  const outcome = compileWxss(distWith('app.wxss', '.page { color: red; } }} .next {'));
  expect(outcome.isAccepted).toBe(false);
  expect(outcome.complaint).toContain('app.wxss');
});
