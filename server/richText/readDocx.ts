import { refuseOtherContainers } from './docx/containerKind';
import { convertParts } from './docx/convert';
import { readDocumentFacts } from './docx/documentFacts';
import { DocxPackage } from './docx/docxPackage';
import { ListLabels } from './docx/listLabels';
import { nameParts } from './docx/mainParts';
import { assignRoles, type NoticeFields } from './docx/paragraphRoles';
import { collectPictures, type DocumentPicture } from './docx/pictures';
import { readXml } from './docx/readXml';
import type { Relationship } from './docx/relationships';
import { rewriteDocument } from './docx/rewriteDocument';
import { Styles } from './docx/styles';
import { Turns } from './docx/turns';
import { warn, type DocxWarning } from './docx/warnings';
import { rebuildHtml } from './sanitiseHtml';

export const largestDocx = 20 * 1024 ** 2;
/** Unpacked bytes: of the text itself, and of each part that only says how it looks. A book of 300 pages has 8 MB. */
const largestText = 20 * 1024 ** 2;
const largestPart = 8 * 1024 ** 2;
/** Documents at a time; each may take as much memory as its thread is allowed. */
const turns = new Turns(2);

export interface ReadDocx extends NoticeFields {
  /**
   * Whitelisted rich text without the lines that became fields; pictures as `image:NAME`, to be replaced by
   * `placeImages` once they are prepared and stored.
   */
  html: string;
  images: DocumentPicture[];
  warnings: DocxWarning[];
}

/**
 * Reads a Word document (.docx) into rich text. Nothing that it refers to outside itself is ever fetched.
 *
 * @throws RichTextError with a code beginning with `docx_`, or `html_too_long`, `html_too_deep`.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOtherContainers(buffer, largestDocx);
  return turns.take(async () => read(await DocxPackage.open(buffer)));
}

async function read(docx: DocxPackage): Promise<ReadDocx> {
  const { document: main, relationships, ...names } = await nameParts(docx);
  const optional = (name: string | undefined): Promise<Buffer | undefined> => (name !== undefined && docx.has(name) ? docx.read(name, largestPart) : Promise.resolve(undefined));
  const styles = await Styles.read(await optional(names.styles));
  const labels = await ListLabels.read(await optional(names.numbering));
  const text = await docx.read(main, largestText);
  const facts = await readDocumentFacts(text, styles, labels);
  const { roles, fields } = assignRoles(facts.paragraphs);
  const kept = relationships.filter(({ isExternal, kind, target }) => (isExternal ? kind === 'hyperlink' : docx.has(target)));
  const warnings = new Set<DocxWarning['code']>();
  if (relationships.some(({ isExternal, kind }) => isExternal && kind !== 'hyperlink')) warnings.add('external_reference_removed');
  if (facts.hasTrackedChanges) warnings.add('tracked_changes_accepted');
  if (facts.hiddenRuns.size > 0) warnings.add('hidden_text_removed');
  if (facts.hasComments) warnings.add('comments_removed');
  if (facts.hasEmbeddedObjects) warnings.add('embedded_object_removed');
  const document = await rewriteDocument(text, { ...facts, roles, relationshipIds: new Set(kept.map(({ id }) => id)) });
  const converted = await convertParts({
    'word/document.xml': document,
    'word/_rels/document.xml.rels': writeRelationships(kept),
    ...(await notes('word/footnotes.xml', await optional(names.footnotes))),
    ...(await notes('word/endnotes.xml', await optional(names.endnotes))),
  });
  const { images, html } = await collectPictures(converted.replaceAll('↑</a>', '</a>'), docx, warnings);
  const clean = rebuildHtml(html, (address) => (images.some(({ name }) => address === `image:${name}`) ? address : undefined));
  if (clean.removed.includes('link')) warnings.add('link_removed');
  return { ...fields, html: clean.html, images, warnings: [...warnings].map(warn) };
}

/** Notes hardly ever refer to anything; what they do refer to goes. */
async function notes(name: string, bytes: Buffer | undefined): Promise<Record<string, string>> {
  if (bytes === undefined) return {};
  await readXml(bytes, { open: () => undefined });
  return { [name]: bytes.toString('utf8').replace(/\sr:(?:id|embed|link)\s*=\s*(?:"[^"]*"|'[^']*')/g, '') };
}

function writeRelationships(relationships: readonly Relationship[]): string {
  const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const lines = relationships.map(({ id, type, target, isExternal }) => `<Relationship Id="${escape(id)}" Type="${escape(type)}" Target="${escape(isExternal ? target : `/${target}`)}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}
