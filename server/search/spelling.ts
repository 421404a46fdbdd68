import { certainty } from './configuration';
import type { CutWord } from './cutWords';
import { readPinyin } from './pinyinReading';
import { termFactors } from './queryTerms';
import type { IndexKnowledge, QueryReading } from './readings';
import { isChinese } from './text';

/**
 * Letters that are no word of the index, alone or with neighbours that only spaces part (shen fen zheng), read as pinyin.
 *
 * @returns the words, with the spelt ones cut anew where the terms meet, and the readings of these.
 */
export function readLetters(text: string, cut: readonly CutWord[], { vocabulary, isKnown }: IndexKnowledge): { words: CutWord[]; readings: QueryReading[] } {
  const words: CutWord[] = [];
  const readings: QueryReading[] = [];
  for (let index = 0; index < cut.length; ) {
    const spelt = lettersFrom(text, cut, index);
    const [first] = spelt;
    const letters = spelt.map((word) => word.text).join('');
    const pieces = first === undefined || (spelt.length === 1 && isKnown(first.text)) ? undefined : readPinyin(letters, vocabulary);
    if (pieces === undefined) {
      words.push(...cut.slice(index, index + Math.max(1, spelt.length)));
    } else {
      const places = spelt.flatMap((word) => Array.from(word.text, (_, offset) => word.start + offset));
      let from = 0;
      for (const piece of pieces) {
        const start = places[from] ?? 0;
        from += piece.letters.length;
        const end = (places[from - 1] ?? 0) + 1;
        const written = text.slice(start, end);
        words.push({ text: written, start, isFiller: false });
        piece.terms.forEach((meant, rank) => {
          const sure = (piece.isInitials ? certainty.initials : certainty.pinyin) * certainty.alternative ** rank;
          readings.push({ kind: 'pinyin', start, end, written, meant, certainty: sure, isFirstChoice: rank === 0, factors: termFactors(meant) });
        });
      }
    }
    index += Math.max(1, spelt.length);
  }
  return { words, readings };
}

/** The words of letters from `index` on that only spaces part. */
function lettersFrom(text: string, words: readonly CutWord[], index: number): CutWord[] {
  const spelt: CutWord[] = [];
  for (let word = words[index + spelt.length]; word !== undefined && !isChinese(word.text); word = words[index + spelt.length]) {
    const before = spelt.at(-1);
    if (before !== undefined && !isOnlySpace(text, before, word)) break;
    spelt.push(word);
  }
  return spelt;
}

function isOnlySpace(text: string, before: CutWord, after: CutWord): boolean {
  return text.slice(before.start + before.text.length, after.start).trim() === '';
}
