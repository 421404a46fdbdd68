import { RichTextError } from '../richTextError';
import type { DocxPackage } from './docxPackage';
import { readXml } from './readXml';
import { readRelationships, relationshipsPart, type Relationship } from './relationships';

/** Bytes, unpacked; there is a line in it for each part at most. */
const largestDirectory = 4 * 1024 ** 2;
const wordDocument = /wordprocessingml\.(document|template)\.main\+xml$/;

export interface MainParts {
  document: string;
  relationships: Relationship[];
  styles: string | undefined;
  numbering: string | undefined;
  footnotes: string | undefined;
  endnotes: string | undefined;
}

/**
 * Finds the parts that make the text.
 *
 * @throws RichTextError `docx_not_word` for another kind of package, `docx_macros`, `docx_damaged`.
 */
export async function nameParts(docx: DocxPackage): Promise<MainParts> {
  if (!docx.has('[Content_Types].xml')) throw new RichTextError('docx_not_word');
  const types = new Map<string, string>();
  await readXml(await docx.read('[Content_Types].xml', largestDirectory), {
    open(_name, { ContentType: type = '', PartName: part, Extension: extension }) {
      if (/macroEnabled|vbaProject|vbaData/i.test(type)) throw new RichTextError('docx_macros');
      types.set(part?.slice(1).toLowerCase() ?? `.${extension ?? ''}`, type);
    },
  });
  const top = await readOptional(docx, '_rels/.rels', '');
  const document = top.find(({ kind, isExternal }) => kind === 'officeDocument' && !isExternal)?.target ?? 'word/document.xml';
  const type = types.get(document.toLowerCase()) ?? types.get('.xml') ?? '';
  if (!wordDocument.test(type)) throw new RichTextError('docx_not_word');
  if (!docx.has(document)) throw new RichTextError('docx_damaged');
  const relationships = await readOptional(docx, relationshipsPart(document), document);
  const named = (kind: string): string | undefined => relationships.find((relationship) => relationship.kind === kind && !relationship.isExternal)?.target;
  return { document, relationships, styles: named('styles'), numbering: named('numbering'), footnotes: named('footnotes'), endnotes: named('endnotes') };
}

async function readOptional(docx: DocxPackage, name: string, part: string): Promise<Relationship[]> {
  return docx.has(name) ? readRelationships(await docx.read(name, largestDirectory), part) : [];
}
