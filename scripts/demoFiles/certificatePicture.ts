import type { Page } from 'playwright-core';
import { indexedPng } from './indexedPng';

export interface DemoCertificate {
  name: string;
  title: string;
  rows: [label: string, value: string][];
  issuer: string;
}

export const pictureWidth = 600;

/** Of paper, ink, frame and mark, with the shades between them and the paper. */
const palette: readonly (readonly [number, number, number])[] = [
  [255, 255, 255], [246, 248, 252], [232, 238, 247], [208, 219, 236], [170, 188, 218], [120, 145, 190], [60, 95, 160], [31, 58, 110],
  [30, 32, 36], [70, 72, 76], [112, 114, 118], [158, 160, 164], [204, 206, 210], [252, 232, 230], [236, 168, 162], [190, 50, 40],
];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function html({ title, rows, issuer }: DemoCertificate): string {
  const lines = rows.map(([label, value]) => `<tr><th>${escape(label)}</th><td>${escape(value)}</td></tr>`).join('');
  return `<!doctype html><meta charset="utf-8"><style>
    * { box-sizing: border-box; margin: 0; }
    body { width: ${pictureWidth}px; background: #fff; color: #1e2024; font: 17px/1.5 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; }
    main { position: relative; padding: 26px 34px 22px; border: 3px solid #3c5fa0; outline: 1px solid #aabcda; outline-offset: -9px; background: #f6f8fc; }
    h1 { margin-bottom: 14px; text-align: center; font-size: 25px; line-height: 1.35; color: #1f3a6e; }
    table { width: 100%; border-collapse: collapse; }
    th { width: 34%; padding: 5px 10px 5px 0; text-align: left; vertical-align: top; font-weight: 400; color: #46484c; }
    td { padding: 5px 0; border-bottom: 1px solid #d0dbec; }
    p { margin-top: 14px; text-align: right; }
    strong { display: block; margin-top: 14px; padding: 6px; border: 2px solid #be3228; text-align: center; font-size: 19px; letter-spacing: 2px; color: #be3228; background: #fff; }
  </style><main><h1>${escape(title)}</h1><table>${lines}</table><p>${escape(issuer)}</p><strong>样本 · 虚构 · 没有任何效力</strong></main>`;
}

/** A picture of a certificate, plainly marked as an invented sample, small enough for slow lines. */
export async function certificatePicture(page: Page, certificate: DemoCertificate): Promise<Buffer> {
  await page.setContent(html(certificate));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const screenshot = await page.locator('main').screenshot({ animations: 'disabled' });
  const { width, height, indexes } = await page.evaluate(nearestColours, { png: screenshot.toString('base64'), palette });
  return indexedPng(width, height, palette, Buffer.from(indexes, 'base64'));
}

/** In the browser, which can read its own pictures: the nearest colour of the palette for each pixel, as base64. */
async function nearestColours({ png, palette: colours }: { png: string; palette: readonly (readonly [number, number, number])[] }): Promise<{ width: number; height: number; indexes: string }> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (canvas === null) throw new Error('the browser has no canvas');
  canvas.drawImage(bitmap, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 4) {
    let nearest = 0;
    let least = Infinity;
    for (const [index, [red, green, blue]] of colours.entries()) {
      const distance = (red - (data[at] ?? 0)) ** 2 + (green - (data[at + 1] ?? 0)) ** 2 + (blue - (data[at + 2] ?? 0)) ** 2;
      if (distance < least) [nearest, least] = [index, distance];
    }
    text += String.fromCharCode(nearest);
  }
  return { width, height, indexes: btoa(text) };
}
