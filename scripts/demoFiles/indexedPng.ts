import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const indexedColour = 3;

/**
 * A picture of at most 16 colours, four bits a pixel (https://www.w3.org/TR/png-3/).
 *
 * @param indexes of each pixel in the palette, row by row.
 */
export function indexedPng(width: number, height: number, palette: readonly (readonly [number, number, number])[], indexes: Uint8Array): Buffer {
  const rowBytes = Math.ceil(width / 2);
  // Each row begins with the number of its predictor: none, which suits flat areas and letters.
  const rows = Buffer.alloc((rowBytes + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * (rowBytes + 1) + 1 + (column >> 1);
      const index = indexes[row * width + column] ?? 0;
      rows[at] = (rows[at] ?? 0) | (column % 2 === 0 ? index << 4 : index);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, indexedColour, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
