import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { guideAddress } from '../tests/journeys/town/pages';
import { signInAs } from '../tests/journeys/town/signIn';
import { Town } from '../tests/journeys/town/town';
import type { Visit } from '../tests/journeys/town/visit';
import { root } from './builds';

/** The README is read over slow lines too. */
const largestBytes = 150_000;

/**
 * Takes the pictures of the README from the built product with the demo county, as a phone shows it.
 * `npx tsx scripts/takePictures.ts [folder]`; the folder is docs/pictures unless told otherwise.
 */
async function takePictures(): Promise<void> {
  const folder = process.argv[2] ?? join(root, 'docs/pictures');
  await mkdir(folder, { recursive: true });
  const town = await Town.open();
  try {
    const visit = await town.visit({ deviceScaleFactor: 2 });
    const take = (name: string): Promise<void> => takePicture(visit, join(folder, `${name}.png`));
    const guide = await guideAddress(town);

    await visit.open('/pages/home/index');
    await take('home');
    await visit.press('长辈版');
    await take('home-elder');
    await visit.press('标准版');
    await visit.open(`/features/service-guides/pages/search/index?query=${encodeURIComponent('我妈的身份证丢了怎么办')}`);
    await take('search');
    await visit.open('/pages/service-guides/index');
    await take('topics');
    await visit.open(guide);
    await visit.press(/居民户口簿/, 'checkbox');
    await take('guide');
    await visit.press('看看改了什么', 'link');
    await take('versions');
    await visit.open(guide);
    await visit.press('收藏');
    await visit.press('同意并登录');
    await visit.page.getByRole('heading', { name: '微信登录（模拟）' }).waitFor();
    await take('sign-in');
    await signInAs(visit, '周桂兰');
    await take('my');
  } finally {
    await town.endVisits();
    await town.close();
  }
}

async function takePicture(visit: Visit, file: string): Promise<void> {
  await visit.settled();
  // A finger that was just lifted leaves no ring of focus in a picture.
  await visit.page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  const picture = packPicture(await visit.page.screenshot({ animations: 'disabled' }));
  process.stdout.write(`${file} ${Math.round(picture.length / 1000)} KB\n`);
  if (picture.length > largestBytes) throw new Error(`${file} is larger than ${largestBytes / 1000} KB`);
  await writeFile(file, picture);
}

/** Width, height, bit depth, colour type; then nothing of interest. */
const headerAt = 16;
const signatureLength = 8;
const bytesPerPixel = 3;

/**
 * The same picture in fewer bytes: flat areas and letters pack about a quarter smaller without the predictors
 * that the browser writes (https://www.w3.org/TR/png-3/#9Filters).
 * @param png 24 bits a pixel, not interlaced, as Chromium gives it
 */
function packPicture(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = signatureLength; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  if (png[headerAt + 8] !== 8 || png[headerAt + 9] !== 2) throw new Error('the browser took a picture of another kind');
  const rows = withoutPredictors(inflateSync(Buffer.concat(parts)), png.readUInt32BE(headerAt) * bytesPerPixel);
  const header = png.subarray(0, headerAt + 17);
  return Buffer.concat([header, chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** Turns every row into plain bytes, in place; each row starts with the number of its predictor. */
function withoutPredictors(rows: Buffer, rowBytes: number): Buffer {
  for (let start = 0; start < rows.length; start += rowBytes + 1) {
    const predictor = rows[start] ?? 0;
    rows[start] = 0;
    for (let at = start + 1; at <= start + rowBytes; at += 1) {
      const isFirstPixel = at <= start + bytesPerPixel;
      const left = isFirstPixel ? 0 : (rows[at - bytesPerPixel] ?? 0);
      const above = rows[at - rowBytes - 1] ?? 0;
      const aboveLeft = isFirstPixel ? 0 : (rows[at - rowBytes - 1 - bytesPerPixel] ?? 0);
      rows[at] = ((rows[at] ?? 0) + predicted(predictor, left, above, aboveLeft)) & 255;
    }
  }
  return rows;
}

function predicted(predictor: number, left: number, above: number, aboveLeft: number): number {
  switch (predictor) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    default: {
      const [toLeft, toAbove, toAboveLeft] = [Math.abs(above - aboveLeft), Math.abs(left - aboveLeft), Math.abs(left + above - 2 * aboveLeft)];
      return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

takePictures().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
