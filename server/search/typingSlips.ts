import { certainty } from './configuration';
import type { CutWord } from './cutWords';
import { withoutOne, type NameVocabulary } from './nameVocabulary';
import { syllablesOf } from './pinyin';

/** A stretch of the query that is one slip away from a term of a name. */
export interface TypingSlip {
  /** In UTF-16 units of the query. */
  start: number;
  end: number;
  written: string;
  meant: string;
  certainty: number;
}

/** A stretch of the query that is understood already. */
export interface Understood {
  start: number;
  end: number;
}

/** Longer terms have a shorter word around the slip. */
const longestWindow = 5;
/** Looking for more would make nonsense of a long text that is simply about something else. */
const mostSlips = 2;
const mostStrangePairs = 12;

/**
 * One wrong, missing, extra or exchanged character: 身份正 → 身份证, 居住征 → 居住证, 社宝 → 社保.
 *
 * A slip is looked for only around neighbours that stand next to each other nowhere in the index, and only in windows of
 * whole words, so that what was typed right is seldom "corrected". A slip of another sound breaks a word into pieces: one
 * of the window's words must be a single character. In a window of two characters only the same sound, an exchange or a
 * character lost between them counts: any other change makes another word.
 *
 * @param words cut by the dictionary alone: guessing would glue the pieces together.
 * @param understood synonyms in the query; what overlaps one was meant so.
 */
export function findSlips(
  query: string,
  words: readonly CutWord[],
  understood: readonly Understood[],
  isKnownPair: (pair: string) => boolean,
  vocabulary: NameVocabulary,
): TypingSlip[] {
  const windows = windowsAroundStrangePairs(words, isKnownPair);
  const found = windows.flatMap(({ start, text, isBroken }) => {
    const end = start + text.length;
    if (vocabulary.countOf(text) > 0 || understood.some((part) => part.start < end && part.end > start)) return [];
    const slip = sameSound(text, vocabulary) ?? (isBroken ? oneChange(text, vocabulary) : undefined);
    return slip === undefined || query.includes(slip.meant) ? [] : [{ start, end, written: text, ...slip }];
  });
  found.sort((one, other) => other.certainty - one.certainty || other.written.length - one.written.length || one.start - other.start);
  const chosen: TypingSlip[] = [];
  for (const slip of found) {
    if (chosen.length < mostSlips && chosen.every(({ start, end }) => slip.end <= start || slip.start >= end)) chosen.push(slip);
  }
  return chosen;
}

interface Window {
  start: number;
  text: string;
  /** Whether a word of one character is in it. */
  isBroken: boolean;
}

function windowsAroundStrangePairs(words: readonly CutWord[], isKnownPair: (pair: string) => boolean): Window[] {
  const windows = new Map<string, Window>();
  let strange = 0;
  for (let index = 0; index < words.length && strange < mostStrangePairs; index += 1) {
    if (!hasStrangePair(words, index, isKnownPair)) continue;
    strange += 1;
    for (let first = index; first >= 0 && isJoined(words, first, index); first -= 1) {
      for (let last = index; last < words.length && isJoined(words, first, last); last += 1) {
        const parts = words.slice(first, last + 1);
        const text = parts.map((word) => word.text).join('');
        const length = [...text].length;
        if (length > longestWindow) break;
        const start = words[first]?.start ?? 0;
        if (length >= 2) windows.set(`${start}:${text}`, { start, text, isBroken: parts.some((word) => [...word.text].length === 1) });
      }
    }
  }
  return [...windows.values()];
}

/** Within the word, or between it and the next. */
function hasStrangePair(words: readonly CutWord[], index: number, isKnownPair: (pair: string) => boolean): boolean {
  const word = words[index];
  if (word === undefined || word.isFiller) return false;
  const next = isJoined(words, index, index + 1) ? (words[index + 1]?.text ?? '') : '';
  const characters = [...word.text, ...[...next].slice(0, 1)];
  return characters.some((character, at) => at > 0 && !isKnownPair((characters[at - 1] ?? '') + character));
}

/** No filler and no gap from the first to the last. */
function isJoined(words: readonly CutWord[], first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) {
    const word = words[index];
    if (word === undefined || word.isFiller) return false;
    const before = words[index - 1];
    if (index > first && before !== undefined && before.start + before.text.length !== word.start) return false;
  }
  return true;
}

type Meaning = Pick<TypingSlip, 'meant' | 'certainty'>;

function sameSound(written: string, vocabulary: NameVocabulary): Meaning | undefined {
  const length = [...written].length;
  const meant = vocabulary.soundingLike(syllablesOf(written).join('')).find((term) => [...term].length === length);
  return meant === undefined ? undefined : { meant, certainty: certainty.soundSlip };
}

function oneChange(written: string, vocabulary: NameVocabulary): Meaning | undefined {
  const length = [...written].length;
  const lackedOne = vocabulary.losingOne(written).filter((term) => length > 2 || (term.startsWith(written.slice(0, 1)) && term.endsWith(written.slice(-1))));
  const candidates = new Set([...exchanged(written).filter((term) => vocabulary.countOf(term) > 0), ...lackedOne]);
  if (length >= 3) {
    for (const shorter of withoutOne(written)) {
      if (length >= 4 && vocabulary.countOf(shorter) > 0) candidates.add(shorter);
      for (const term of vocabulary.losingOne(shorter)) {
        if (isOneChange(written, term)) candidates.add(term);
      }
    }
  }
  const [meant] = [...candidates].sort((one, other) => vocabulary.countOf(other) - vocabulary.countOf(one) || (one < other ? -1 : 1));
  return meant === undefined ? undefined : { meant, certainty: certainty.otherSlip };
}

function exchanged(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => [...characters.slice(0, index), character, characters[index] ?? '', ...characters.slice(index + 2)].join(''));
}

function isOneChange(one: string, other: string): boolean {
  const [characters, others] = [[...one], [...other]];
  return characters.length === others.length && characters.filter((character, index) => character !== others[index]).length === 1;
}
