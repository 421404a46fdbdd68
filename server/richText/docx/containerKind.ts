import { RichTextError } from '../richTextError';

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zip = Buffer.from('PK\x03\x04', 'latin1');
/** Office wraps an encrypted .docx in the container of the old formats, under this name. */
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells by the bytes what people upload instead of a .docx.
 *
 * @throws RichTextError `docx_empty`, `docx_too_large`, `docx_encrypted`, `docx_old_format`, `docx_not_word`.
 */
export function refuseOtherContainers(bytes: Buffer, largest: number): void {
  if (bytes.length === 0) throw new RichTextError('docx_empty');
  if (bytes.length > largest) throw new RichTextError('docx_too_large');
  const head = bytes.subarray(0, 8);
  if (head.equals(compoundFile)) throw new RichTextError(bytes.includes(encryptedPart) ? 'docx_encrypted' : 'docx_old_format');
  if (!head.subarray(0, 4).equals(zip)) throw new RichTextError('docx_not_word');
}
