import type { NameVocabulary } from './nameVocabulary';

/** Letters read as a Chinese term; the alternatives have the same sound or initials, the most frequent first. */
export interface PinyinPiece {
  letters: string;
  terms: readonly string[];
  isInitials: boolean;
}

/** Longer than any name somebody would spell. */
const longestSpelling = 60;
const mostAlternatives = 3;

/** Whole pinyin is surer than initials, few pieces are surer than many, a term spelt half is the least sure. */
const costs = { full: 1, initials: 1.6, prefix: 1.5 } as const;

interface Path {
  cost: number;
  pieces: readonly PinyinPiece[];
}

/**
 * The terms of names and keywords that letters can stand for: shenfenzhengbuban → 身份证 + 补办, sfz → 身份证,
 * shenfenz → 身份证 (only the end may be unfinished).
 *
 * @returns undefined when the letters cannot be read so from beginning to end.
 */
export function readPinyin(letters: string, vocabulary: NameVocabulary): readonly PinyinPiece[] | undefined {
  if (!/^[a-z]{2,}$/.test(letters) || letters.length > longestSpelling) return undefined;
  // best[n]: the cheapest way to read the first n letters.
  const best: (Path | undefined)[] = [{ cost: 0, pieces: [] }];
  for (let end = 2; end <= letters.length; end += 1) {
    for (let start = 0; start <= end - 2; start += 1) {
      const before = best[start];
      if (before === undefined) continue;
      for (const { piece, cost } of piecesFor(letters.slice(start, end), end === letters.length, vocabulary)) {
        if (before.cost + cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost: before.cost + cost, pieces: [...before.pieces, piece] };
      }
    }
  }
  return best[letters.length]?.pieces;
}

function piecesFor(letters: string, isEnd: boolean, vocabulary: NameVocabulary): { piece: PinyinPiece; cost: number }[] {
  const full = vocabulary.soundingLike(letters);
  if (full.length > 0) return [{ piece: { letters, terms: full.slice(0, mostAlternatives), isInitials: false }, cost: costs.full }];
  const initials = vocabulary.withInitials(letters);
  if (initials.length > 0) return [{ piece: { letters, terms: initials.slice(0, mostAlternatives), isInitials: true }, cost: costs.initials }];
  if (!isEnd || letters.length < 3) return [];
  const unfinished = vocabulary.withPinyinPrefix(letters, mostAlternatives);
  return unfinished.length === 0 ? [] : [{ piece: { letters, terms: unfinished, isInitials: false }, cost: costs.prefix }];
}
