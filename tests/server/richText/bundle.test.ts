import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { docxFile, paragraph } from './docxFile';

const root = join(__dirname, '../../..');

/** Built as scripts/buildServer.ts builds the server, with the libraries beside it. */
test('the bundled server reads documents in its thread too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rich-text-bundle-'));
  try {
    const entry = { contents: `import { readFileSync } from 'node:fs'; import { readDocx } from './server/richText/readDocx'; readDocx(readFileSync(process.argv[2] ?? '')).then(({ html }) => process.stdout.write(html));`, resolveDir: root, loader: 'ts' } as const;
    await build({ stdin: entry, bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', outfile: join(folder, 'main.cjs'), logLevel: 'error' });
    await writeFile(join(folder, 'notice.docx'), docxFile({ body: paragraph('一、标题', { font: '黑体' }) + paragraph('正文') }));
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main.cjs'), join(folder, 'notice.docx')], { env: { ...process.env, NODE_PATH: [join(root, 'node_modules'), process.env.NODE_PATH ?? ''].join(delimiter) } });
    expect(stdout).toBe('<h2>一、标题</h2><p>正文</p>');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
