import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { prepareImage } from '../../../server/richText/prepareImage';

const blank = (width: number, height: number): Sharp => sharp({ create: { width, height, channels: 3, background: '#1f6fb5' } });

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A few kilobytes that claim to be a picture of this size. */
function claimedPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(Buffer.alloc(100_000))), pngChunk('IEND', Buffer.alloc(0))]);
}

describe('a picture that is taken', () => {
  test('is turned upright, shrunk, and says nothing of where it was taken', async () => {
    const bytes = await blank(3_000, 2_000)
      .withExif({ IFD0: { Make: 'Kestrel', ImageDescription: 'secret place' }, IFD3: { GPSLatitude: '25/1 1/1 1/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    const prepared = await prepareImage(bytes);
    expect(prepared).toMatchObject({ mediaType: 'image/jpeg', width: 1_067, height: 1_600 });
    const metadata = await sharp(prepared.bytes).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 1_067, height: 1_600 });
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('loses the EXIF it had', async () => {
    const bytes = await blank(40, 30).withExif({ IFD0: { ImageDescription: 'secret place' } }).jpeg().toBuffer();
    expect(bytes.includes('secret place')).toBe(true);
    expect((await prepareImage(bytes)).bytes.includes('secret place')).toBe(false);
  });

  test('loses what follows its end', async () => {
    const bytes = Buffer.concat([await blank(40, 30).png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    const prepared = await prepareImage(bytes);
    expect(prepared).toMatchObject({ mediaType: 'image/png', width: 40, height: 30 });
    expect(prepared.bytes.includes('script')).toBe(false);
  });

  test.each([
    ['gif', 'image/png'],
    ['webp', 'image/jpeg'],
    ['png', 'image/png'],
  ] as const)('%s becomes %s', async (format, mediaType) => {
    const prepared = await prepareImage(await blank(20, 10).toFormat(format).toBuffer());
    expect(prepared).toMatchObject({ mediaType, width: 20, height: 10 });
  });

  test('stays see-through', async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).webp().toBuffer();
    const prepared = await prepareImage(bytes);
    expect(prepared.mediaType).toBe('image/png');
    expect((await sharp(prepared.bytes).metadata()).hasAlpha).toBe(true);
  });
});

describe('a picture that is refused', () => {
  const refusal = (bytes: Uint8Array): Promise<unknown> => prepareImage(bytes).then(() => 'taken', (error: { code?: string }) => error.code);

  test('what is no picture, or one that can carry code', async () => {
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'))).toBe('image_not_supported');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('image_not_supported');
    expect(await refusal(Buffer.alloc(0))).toBe('image_not_supported');
    expect(await refusal(await blank(9, 9).tiff().toBuffer())).toBe('image_not_supported');
  });

  test('what only begins like one', async () => {
    expect(await refusal(Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]))).toBe('image_damaged');
    expect(await refusal(Buffer.from('RIFF0000WEBP'))).toBe('image_damaged');
  });

  test('one that breaks off', async () => {
    const bytes = await sharp({ create: { width: 400, height: 400, channels: 3, background: 'red', noise: { type: 'gaussian', mean: 100, sigma: 60 } } }).jpeg().toBuffer();
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toBe('image_damaged');
  });

  test('one that claims to be enormous, before it is decoded', async () => {
    expect(await refusal(claimedPng(60_000, 60_000))).toBe('image_too_many_pixels');
    expect(await refusal(claimedPng(8_000, 8_000))).toBe('image_too_many_pixels');
  });

  test('more bytes than are read', async () => {
    expect(await refusal(Buffer.alloc(20 * 1024 ** 2 + 1))).toBe('image_too_large');
  });
});
