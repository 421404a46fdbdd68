import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';

const k1 = 1.2;
const b = 0.75;

export interface Baseline {
  name: string;
  /** @returns the ids of the ten best documents. */
  search: (query: string) => string[];
}

/**
 * BM25 as the textbook has it, on three kinds of terms. Words are jieba's without guessing unknown ones, which does best
 * here; with pairs and words together a word of two characters counts as both. A term repeated in the query counts again.
 */
export function plainBm25Baselines(documents: readonly { id: string; text: string }[]): Baseline[] {
  const jieba = Jieba.withDict(dict);
  const words = (text: string): string[] => jieba.cut(text, false).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const kinds: [string, (text: string) => string[]][] = [
    ['character pairs', pairs],
    ['jieba words', words],
    ['pairs and words', (text) => [...pairs(text), ...words(text)]],
  ];
  return kinds.map(([name, termsOf]) => ({ name: `plain BM25, ${name} (k1 ${k1}, b ${b})`, search: plainBm25(documents, (text) => termsOf(text.normalize('NFKC').toLowerCase())) }));
}

function pairs(text: string): string[] {
  return Array.from(text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu), ([run]) => run).flatMap((run) => {
    const characters = [...run];
    if (!/^\p{Script=Han}/u.test(run) || characters.length === 1) return [run];
    return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
  });
}

function plainBm25(documents: readonly { id: string; text: string }[], termsOf: (text: string) => string[]): Baseline['search'] {
  const postings = new Map<string, { document: number; count: number }[]>();
  const lengths = documents.map(({ text }, document) => {
    const terms = termsOf(text);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [{ document, count }]);
      else list.push({ document, count });
    }
    return terms.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  return (query) => {
    const scores = new Float64Array(documents.length);
    for (const term of termsOf(query)) {
      const list = postings.get(term) ?? [];
      const rarity = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const { document, count } of list) {
        const norm = k1 * (1 - b + (b * (lengths[document] ?? 0)) / average);
        scores[document] = (scores[document] ?? 0) + (rarity * count * (k1 + 1)) / (count + norm);
      }
    }
    const ranked = Array.from(scores.keys()).filter((document) => (scores[document] ?? 0) > 0);
    ranked.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
    return ranked.slice(0, 10).map((document) => documents[document]?.id ?? '');
  };
}
