import type { ParagraphFacts } from './documentFacts';
import type { Role } from './paragraphRoles';
import { readXml, type XmlAttributes } from './readXml';

/** The style that stands for a role in what is handed to the converter. */
export const styleOfRole = (role: Role): string => `Role-${role}`;

const droppedElements: ReadonlySet<string> = new Set(['mc:Choice', 'o:OLEObject', 'w:altChunk', 'w:control', 'w:commentReference', 'w:pStyle', 'w:numPr', 'w:rStyle', 'w:tblStyle']);
const relationshipAttribute = /^r:(id|embed|link|pict|href)$/;

interface Rewriting {
  paragraphs: readonly ParagraphFacts[];
  roles: readonly Role[];
  /** Left out; nobody sees them in the document either. */
  hiddenRuns: ReadonlySet<number>;
  /** Those that may be referred to. */
  relationshipIds: ReadonlySet<string>;
}

/**
 * The document as the converter is to see it: a style for each paragraph's role, the numbers as text in front of their
 * paragraphs, and no reference that leads out of the document or nowhere.
 *
 * @throws RichTextError as readXml.
 */
export async function rewriteDocument(bytes: Uint8Array, { paragraphs, roles, hiddenRuns, relationshipIds }: Rewriting): Promise<string> {
  const pieces: string[] = [];
  const open: number[] = [];
  let paragraph = -1;
  let run = -1;
  let skipped = 0;
  const propertiesOf: number[] = [];

  const styled = (index: number): string => `<w:pStyle w:val="${styleOfRole(roles[index] ?? 'text')}"/>`;
  const label = (index: number): string => {
    const written = paragraphs[index]?.label;
    return written?.type === 'number' ? `<w:r><w:t xml:space="preserve">${escape(written.text)}</w:t></w:r>` : '';
  };

  function openTag(name: string, attributes: XmlAttributes): void {
    if (name === 'w:p') open.push((paragraph += 1));
    if (name === 'w:r') run += 1;
    if (skipped > 0 || droppedElements.has(name) || (name === 'w:r' && hiddenRuns.has(run))) {
      skipped += 1;
      return;
    }
    const kept = Object.entries(attributes).filter(([key, value]) => !relationshipAttribute.test(key) || (key !== 'r:link' && relationshipIds.has(value)));
    pieces.push(`<${name}${kept.map(([key, value]) => ` ${key}="${escape(value)}"`).join('')}>`);
    const index = open.at(-1) ?? -1;
    if (name === 'w:p' && paragraphs[index]?.hasProperties === false) pieces.push(`<w:pPr>${styled(index)}</w:pPr>${label(index)}`);
    // A tracked change of properties holds a second one, the old.
    if (name === 'w:pPr' && propertiesOf.push(index) === 1) pieces.push(styled(index));
  }

  function closeTag(name: string): void {
    const index = open.at(-1) ?? -1;
    if (name === 'w:p') open.pop();
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    pieces.push(`</${name}>`);
    if (name === 'w:pPr') {
      propertiesOf.pop();
      if (propertiesOf.length === 0) pieces.push(label(index));
    }
  }

  await readXml(bytes, {
    open: openTag,
    close: closeTag,
    text: (text) => {
      if (skipped === 0) pieces.push(escape(text));
    },
  });
  return pieces.join('');
}

/** Only what has a place in XML 1.0 gets this far: the parser refuses the rest. */
function escape(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
