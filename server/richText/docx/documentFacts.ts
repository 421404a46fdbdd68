import { RichTextError } from '../richTextError';
import type { ListLabel, ListLabels } from './listLabels';
import { readXml, type XmlAttributes } from './readXml';
import { readTextLook, type Styles, type TextLook } from './styles';

/** What tells the role of a paragraph. */
export interface ParagraphFacts {
  /** As written, without the number that Word puts in front. */
  text: string;
  label: ListLabel | undefined;
  /** The font and size (half points) of most of its characters. */
  font: string;
  halfPoints: number;
  /** All of its characters are. */
  isBold: boolean;
  isRed: boolean;
  isCentred: boolean;
  styleName: string;
  outlineLevel: number | undefined;
  hasPicture: boolean;
  /** Neither in a table nor in a text box. */
  isInBody: boolean;
  /** Has a `w:pPr` of its own. */
  hasProperties: boolean;
}

export interface DocumentFacts {
  /** In the order in which they begin, those of `mc:Choice` too. */
  paragraphs: ParagraphFacts[];
  hasTrackedChanges: boolean;
  hasComments: boolean;
  hasEmbeddedObjects: boolean;
  /** The runs (`w:r`, counted in order) that are set as hidden. */
  hiddenRuns: ReadonlySet<number>;
}

interface OpenParagraph extends Omit<ParagraphFacts, 'label' | 'font' | 'halfPoints' | 'isBold' | 'isRed' | 'isCentred' | 'styleName'> {
  styleId: string | undefined;
  alignment: string | undefined;
  numberingId: string | undefined;
  numberingLevel: string | undefined;
  /** Characters by what is said of them. */
  fonts: Map<string, number>;
  sizes: Map<number, number>;
  characters: number;
  bold: number;
  red: number;
  isRepeated: boolean;
}

/** A page has 20 to 30. */
const mostParagraphs = 30_000;
const namespaces = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
const red = /^(?:[c-f][0-9a-f]0{4}|[c-f][0-9a-f][0-3][0-9a-f][0-3][0-9a-f])$/i;

/** @throws RichTextError as readXml, `docx_damaged` when the part is no Word document, `docx_too_complex` above 30,000 paragraphs. */
export async function readDocumentFacts(bytes: Uint8Array, styles: Styles, labels: ListLabels): Promise<DocumentFacts> {
  const all: OpenParagraph[] = [];
  const open: OpenParagraph[] = [];
  const within = { 'w:tbl': 0, 'w:pPr': 0, 'w:rPr': 0, 'w:txbxContent': 0, 'mc:Choice': 0, 'w:t': 0, 'w:del': 0, 'w:moveFrom': 0, 'w:rPrChange': 0, 'w:pPrChange': 0 };
  const found = { hasTrackedChanges: false, hasComments: false, hasEmbeddedObjects: false };
  const hiddenRuns = new Set<number>();
  let run = -1;
  let look: TextLook = {};
  let isFirst = true;

  function openTag(name: string, attributes: XmlAttributes): void {
    if (isFirst && (name !== 'w:document' || !namespaces.includes(attributes['xmlns:w'] ?? ''))) throw new RichTextError('docx_damaged');
    isFirst = false;
    if (name in within) within[name as keyof typeof within] += 1;
    const paragraph = open.at(-1);
    const value = attributes['w:val'];
    switch (name) {
      case 'w:p': {
        const next = newParagraph(within['w:tbl'] === 0 && within['w:txbxContent'] === 0, within['mc:Choice'] > 0);
        all.push(next);
        if (all.length > mostParagraphs) throw new RichTextError('docx_too_complex');
        open.push(next);
        return;
      }
      case 'w:r':
        look = {};
        run += 1;
        return;
      case 'w:ins':
      case 'w:del':
      case 'w:moveFrom':
        found.hasTrackedChanges = true;
        return;
      case 'w:commentReference':
        found.hasComments = true;
        return;
      case 'o:OLEObject':
      case 'w:altChunk':
      case 'w:control':
        found.hasEmbeddedObjects = true;
        return;
    }
    // What it was before a tracked change is of no interest.
    if (paragraph === undefined || within['w:pPrChange'] + within['w:rPrChange'] > 0) return;
    if (name === 'w:pPr') paragraph.hasProperties = true;
    else if (within['w:pPr'] > 0) {
      if (name === 'w:pStyle') paragraph.styleId = value;
      else if (name === 'w:jc') paragraph.alignment = value;
      else if (name === 'w:outlineLvl') paragraph.outlineLevel = Number(value);
      else if (name === 'w:numId') paragraph.numberingId = value;
      else if (name === 'w:ilvl') paragraph.numberingLevel = value;
    } else if (within['w:rPr'] > 0) {
      if (name === 'w:vanish' && value !== '0' && value !== 'false') hiddenRuns.add(run);
      else readTextLook(look, name, attributes);
    } else if (name === 'w:br') paragraph.text += '\n';
    else if (name === 'w:tab') paragraph.text += ' ';
    else if (name === 'w:drawing' || name === 'w:pict') paragraph.hasPicture = true;
  }

  function addText(text: string): void {
    const paragraph = open.at(-1);
    if (within['w:t'] === 0 || within['w:del'] + within['w:moveFrom'] > 0 || hiddenRuns.has(run) || paragraph === undefined) return;
    const { font = '', halfPoints = 21, isBold = false, colour = '' } = { ...styles.resolve(paragraph.styleId), ...look };
    const count = text.trim().length;
    paragraph.text += text;
    paragraph.characters += count;
    paragraph.fonts.set(font, (paragraph.fonts.get(font) ?? 0) + count);
    paragraph.sizes.set(halfPoints, (paragraph.sizes.get(halfPoints) ?? 0) + count);
    if (isBold) paragraph.bold += count;
    if (red.test(colour)) paragraph.red += count;
  }

  await readXml(bytes, {
    open: openTag,
    text: addText,
    close(name) {
      if (name in within) within[name as keyof typeof within] -= 1;
      if (name === 'w:p') open.pop();
    },
  });
  return { ...found, hiddenRuns, paragraphs: all.map((paragraph) => finish(paragraph, styles, labels)) };
}

function newParagraph(isInBody: boolean, isRepeated: boolean): OpenParagraph {
  const unknown = { styleId: undefined, alignment: undefined, numberingId: undefined, numberingLevel: undefined, outlineLevel: undefined };
  return { ...unknown, text: '', fonts: new Map(), sizes: new Map(), characters: 0, bold: 0, red: 0, hasPicture: false, isInBody: isInBody && !isRepeated, isRepeated, hasProperties: false };
}

function finish(paragraph: OpenParagraph, styles: Styles, labels: ListLabels): ParagraphFacts {
  const style = styles.resolve(paragraph.styleId);
  const { text, characters, hasPicture, isInBody, hasProperties } = paragraph;
  // Numbering 0 takes the style's number away. What stands twice, once for old programs, counts once.
  const label = paragraph.isRepeated ? undefined : labels.next(paragraph.numberingId ?? style.numberingId, paragraph.numberingLevel ?? style.numberingLevel);
  return {
    text,
    label,
    font: mostOf(paragraph.fonts) ?? '',
    halfPoints: mostOf(paragraph.sizes) ?? 0,
    isBold: characters > 0 && paragraph.bold === characters,
    isRed: characters > 0 && paragraph.red === characters,
    isCentred: (paragraph.alignment ?? style.alignment) === 'center',
    styleName: style.name ?? '',
    outlineLevel: paragraph.outlineLevel ?? style.outlineLevel,
    hasPicture,
    isInBody,
    hasProperties,
  };
}

function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].reduce<[Key, number] | undefined>((best, entry) => (best === undefined || entry[1] > best[1] ? entry : best), undefined)?.[0];
}
