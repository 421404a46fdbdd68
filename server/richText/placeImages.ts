import { rebuildHtml } from './sanitiseHtml';
import { isFileAddress } from './whitelist';

/**
 * The rich text of a document with its pictures in their stored places; a picture without one goes from the text.
 *
 * @param hashes the hash (64 hexadecimal digits) under which each picture is stored, by its name.
 */
export function placeImages(html: string, hashes: ReadonlyMap<string, string>): string {
  return rebuildHtml(html, (address) => {
    const stored = address.startsWith('image:') ? `file:${hashes.get(address.slice('image:'.length)) ?? ''}` : address;
    return isFileAddress(stored) ? stored : undefined;
  }).html;
}
