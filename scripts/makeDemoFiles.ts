import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './builds';
import { certificatePicture, pictureWidth, type DemoCertificate } from './demoFiles/certificatePicture';
import { wordForm, type DemoForm } from './demoFiles/wordForm';

/** A picture of a sample is looked at on a telephone. */
const largestPicture = 30_000;
const seed = join(root, 'server/database/seed');

interface Definitions {
  forms: DemoForm[];
  certificates: DemoCertificate[];
}

/**
 * Makes the forms, filled samples and pictures of certificates of the demo county from their definitions in
 * server/database/seed/demoForms. Run it after a definition has changed: `npx tsx scripts/makeDemoFiles.ts`.
 */
async function makeDemoFiles(): Promise<void> {
  const { forms, certificates } = await readDefinitions();
  const folder = join(seed, 'demoFiles');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const form of forms) {
    await writeFile(join(folder, `${form.name}.docx`), wordForm(form, { isFilled: false }));
    await writeFile(join(folder, `${form.name}（填写样例）.docx`), wordForm(form, { isFilled: true }));
  }
  await takePictures(folder, certificates);
  process.stdout.write(`${forms.length} forms, ${certificates.length} certificates\n`);
}

async function readDefinitions(): Promise<Definitions> {
  const all: Definitions = { forms: [], certificates: [] };
  for (const file of (await readdir(join(seed, 'demoForms'))).sort()) {
    const { forms, certificates } = JSON.parse(await readFile(join(seed, 'demoForms', file), 'utf8')) as Definitions;
    all.forms.push(...forms);
    all.certificates.push(...certificates);
  }
  const names = [...all.forms, ...all.certificates].map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  if (twice.length > 0) throw new Error(`defined twice: ${twice.join(', ')}`);
  return all;
}

async function takePictures(folder: string, certificates: readonly DemoCertificate[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-lcd-text'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: pictureWidth, height: 800 } });
    for (const certificate of certificates) {
      const picture = await certificatePicture(page, certificate);
      if (picture.length > largestPicture) throw new Error(`${certificate.name}: ${picture.length} bytes, more than ${largestPicture}`);
      await writeFile(join(folder, `${certificate.name}.png`), picture);
    }
  } finally {
    await browser.close();
  }
}

makeDemoFiles().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
