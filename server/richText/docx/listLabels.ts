import { numberText } from '../numbering';
import { readXml } from './readXml';

interface Level {
  start: number;
  format: string;
  /** `%1` stands for the number of the first level, and so on. */
  text: string;
}

interface Numbering {
  abstractId: string;
  levels: Map<number, Level>;
  /** Levels at which this list begins anew. */
  restarts: Map<number, number>;
}

export type ListLabel = { type: 'bullet'; level: number } | { type: 'number'; text: string };

const deepestLevel = 8;

/** Counts the numbered paragraphs in their order and says what people see in front of each. */
export class ListLabels {
  private readonly numberings = new Map<string, Numbering>();
  private readonly counters = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();

  static async read(bytes: Uint8Array | undefined): Promise<ListLabels> {
    const labels = new ListLabels();
    if (bytes === undefined) return labels;
    const abstracts = new Map<string, Map<number, Level>>();
    let levels: Map<number, Level> | undefined;
    let level: Level | undefined;
    let numbering: Numbering | undefined;
    let overridden = 0;
    await readXml(bytes, {
      open(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:abstractNum') abstracts.set(attributes['w:abstractNumId'] ?? '', (levels = new Map<number, Level>()));
        else if (name === 'w:lvl') (numbering?.levels ?? levels)?.set(Number(attributes['w:ilvl']), (level = { start: 1, format: 'decimal', text: '' }));
        else if (name === 'w:start' && level !== undefined) level.start = Number(value);
        else if (name === 'w:numFmt' && level !== undefined) level.format = value;
        else if (name === 'w:lvlText' && level !== undefined) level.text = value;
        else if (name === 'w:num') {
          numbering = { abstractId: '', levels: new Map(), restarts: new Map() };
          labels.numberings.set(attributes['w:numId'] ?? '', numbering);
        } else if (name === 'w:abstractNumId' && numbering !== undefined) {
          numbering.abstractId = value;
          numbering.levels = new Map(abstracts.get(value));
        } else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl']);
        else if (name === 'w:startOverride') numbering?.restarts.set(overridden, Number(value));
      },
      close(name) {
        if (name === 'w:lvl') level = undefined;
        if (name === 'w:num') numbering = undefined;
      },
    });
    return labels;
  }

  /** Undefined for a paragraph without a number. Each call counts one paragraph. */
  next(numberingId: string | undefined, levelText: string | undefined): ListLabel | undefined {
    const numbering = this.numberings.get(numberingId ?? '');
    const depth = Number(levelText ?? 0);
    const level = numbering?.levels.get(depth);
    if (numbering === undefined || numberingId === undefined || level === undefined || depth > deepestLevel) return undefined;
    if (level.format === 'bullet') return { type: 'bullet', level: depth };
    const counters = this.counters.get(numbering.abstractId) ?? new Map<number, number>();
    this.counters.set(numbering.abstractId, counters);
    if (!this.begun.has(numberingId)) for (const [at, start] of numbering.restarts) counters.set(at, start - 1);
    this.begun.add(numberingId);
    counters.set(depth, (counters.get(depth) ?? level.start - 1) + 1);
    for (const deeper of [...counters.keys()]) if (deeper > depth) counters.delete(deeper);
    const text = level.text.slice(0, 100).replace(/%([1-9])/g, (_, position: string) => {
      const at = Number(position) - 1;
      const { start = 1, format = 'decimal' } = numbering.levels.get(at) ?? {};
      return format === 'none' ? '' : numberText(counters.get(at) ?? start, format);
    });
    if (text.trim() === '') return undefined;
    return { type: 'number', text: /[\s、，．）】〕：。]$/.test(text) ? text : `${text} ` };
  }
}
