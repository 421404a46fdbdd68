import { pictureType } from '../prepareImage';
import { RichTextError } from '../richTextError';
import type { DocxPackage } from './docxPackage';
import type { DocxWarning } from './warnings';

export interface DocumentPicture {
  /** `picture-1` and so on, in the order of the text; one that stands in it twice has one name. */
  name: string;
  mediaType: string;
  /** As they are in the document: to be prepared (`prepareImage`) before they are published. */
  bytes: Buffer;
}

const largestPicture = 20 * 1024 ** 2;
const mostPictures = 100;
/** The converter names a picture by its part. */
const reference = /<img\b[^>]*\ssrc="part:([^"]*)"[^>]*>/g;

/**
 * Reads the pictures that the text shows, and names them in it; those of other formats go from it.
 *
 * @throws RichTextError `docx_too_complex` for more than 100 pictures or one above 20 MB, `docx_zip_bomb`, `docx_damaged`.
 */
export async function collectPictures(html: string, docx: DocxPackage, warnings: Set<DocxWarning['code']>): Promise<{ html: string; images: DocumentPicture[] }> {
  const parts = new Set([...html.matchAll(reference)].map(([, part = '']) => part));
  if (parts.size > mostPictures) throw new RichTextError('docx_too_complex');
  const byPart = new Map<string, DocumentPicture>();
  for (const part of parts) {
    const name = part.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/^\//, '');
    const bytes = docx.has(name) ? await docx.read(name, largestPicture) : Buffer.alloc(0);
    const type = pictureType(bytes);
    if (type === undefined) warnings.add('picture_unsupported');
    else byPart.set(part, { name: `picture-${byPart.size + 1}`, mediaType: `image/${type}`, bytes });
  }
  const named = html.replace(reference, (tag: string, part: string) => {
    const picture = byPart.get(part);
    return picture === undefined ? '' : tag.replace(`src="part:${part}"`, () => `src="image:${picture.name}"`);
  });
  return { html: named, images: [...byPart.values()] };
}
