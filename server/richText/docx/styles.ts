import { readXml, type XmlAttributes } from './readXml';

/** How text looks; absent where nothing is said and the next wider rule holds. */
export interface TextLook {
  /** The font of its Chinese characters. */
  font?: string;
  halfPoints?: number;
  isBold?: boolean;
  colour?: string;
}

export interface Style extends TextLook {
  /** In lower case. */
  name: string;
  basedOn?: string;
  alignment?: string;
  /** 0 for the highest heading. */
  outlineLevel?: number;
  numberingId?: string;
  numberingLevel?: string;
}

/** Takes up what one property element says; false when it is none of a text's look. */
export function readTextLook(look: TextLook, name: string, attributes: XmlAttributes): boolean {
  const value = attributes['w:val'];
  switch (name) {
    case 'w:rFonts': {
      const font = attributes['w:eastAsia'] ?? attributes['w:ascii'];
      if (font !== undefined) look.font = font;
      return true;
    }
    case 'w:sz':
      if (value !== undefined && /^\d{1,4}$/.test(value)) look.halfPoints = Number(value);
      return true;
    case 'w:b':
      look.isBold = value !== '0' && value !== 'false';
      return true;
    case 'w:color':
      if (value !== undefined) look.colour = value;
      return true;
    default:
      return false;
  }
}

export class Styles {
  private readonly byId = new Map<string, Style>();
  private readonly resolved = new Map<string, Partial<Style>>();
  private readonly defaults: TextLook = {};
  private defaultParagraph = '';

  static async read(bytes: Uint8Array | undefined): Promise<Styles> {
    const styles = new Styles();
    let current: Style | undefined;
    let isInDefaults = false;
    if (bytes === undefined) return styles;
    await readXml(bytes, {
      open(name, attributes) {
        if (name === 'w:style') {
          const id = attributes['w:styleId'] ?? '';
          current = { name: id.toLowerCase() };
          styles.byId.set(id, current);
          if (attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1') styles.defaultParagraph = id;
        } else if (name === 'w:docDefaults') isInDefaults = true;
        else if (current === undefined) {
          if (isInDefaults) readTextLook(styles.defaults, name, attributes);
        } else if (!readTextLook(current, name, attributes)) readStyle(current, name, attributes['w:val'] ?? '');
      },
      close(name) {
        if (name === 'w:style') current = undefined;
        if (name === 'w:docDefaults') isInDefaults = false;
      },
    });
    return styles;
  }

  /** A style with what it has from those it is based on and from the document's defaults. */
  resolve(id = this.defaultParagraph): Partial<Style> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    // A style that is based on itself by a detour ends the chain.
    for (let style = this.byId.get(id); style !== undefined && !chain.includes(style); style = this.byId.get(style.basedOn ?? '')) chain.unshift(style);
    const style: Partial<Style> = Object.assign({}, this.defaults, ...chain);
    this.resolved.set(id, style);
    return style;
  }
}

function readStyle(style: Style, name: string, value: string): void {
  if (name === 'w:name') style.name = value.toLowerCase();
  else if (name === 'w:basedOn') style.basedOn = value;
  else if (name === 'w:jc') style.alignment = value;
  else if (name === 'w:outlineLvl') style.outlineLevel = Number(value);
  else if (name === 'w:numId') style.numberingId = value;
  else if (name === 'w:ilvl') style.numberingLevel = value;
}
