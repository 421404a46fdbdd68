import sharp, { type Metadata, type Sharp } from 'sharp';
import { RichTextError } from './richTextError';

export const largestImage = 20 * 1024 ** 2;
const mostPixels = 50_000_000;
const longestSide = 1_600;

export interface PreparedImage {
  bytes: Buffer;
  mediaType: 'image/jpeg' | 'image/png';
  /** Pixels. */
  width: number;
  height: number;
}

/** By the first bytes alone: formats with code or references in them (SVG, PDF) never reach a decoder. */
export function pictureType(bytes: Uint8Array): 'jpeg' | 'png' | 'gif' | 'webp' | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  return head.startsWith('RIFF') && head.slice(8) === 'WEBP' ? 'webp' : undefined;
}

/**
 * A picture fit for publishing: turned upright, at most 1,600 pixels wide and high, in sRGB, without anything it was
 * not seen by (camera, place, time, remarks, what follows its end). PNG where the source is no photograph; of a moving
 * picture the first image.
 *
 * @throws RichTextError `image_too_large` over 20 MB, `image_not_supported`, `image_too_many_pixels` over 50 million,
 *   `image_damaged`.
 */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage> {
  if (bytes.length > largestImage) throw new RichTextError('image_too_large');
  const type = pictureType(bytes);
  if (type === undefined) throw new RichTextError('image_not_supported');
  const metadata = await readMetadata(bytes);
  if (metadata.format !== type) throw new RichTextError('image_damaged');
  // Asked before anything is decoded: a few kilobytes can claim to be gigabytes of pixels.
  if (metadata.width * metadata.height > mostPixels) throw new RichTextError('image_too_many_pixels');
  const isPhotograph = type === 'jpeg' || (type === 'webp' && metadata.hasAlpha !== true);
  const upright = open(bytes).rotate().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
  const encoded = isPhotograph ? upright.jpeg({ quality: 82, mozjpeg: true }) : upright.png({ compressionLevel: 9 });
  try {
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, mediaType: isPhotograph ? 'image/jpeg' : 'image/png', width: info.width, height: info.height };
  } catch (error) {
    throw refusalOf(error);
  }
}

function open(bytes: Uint8Array): Sharp {
  // A picture that breaks off half-way is refused rather than published with a grey half.
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated', animated: false });
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await open(bytes).metadata();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): RichTextError {
  const isTooLarge = error instanceof Error && /pixel limit|pixels|dimension/i.test(error.message);
  return new RichTextError(isTooLarge ? 'image_too_many_pixels' : 'image_damaged', { cause: error });
}
