/**
 * The form in which all text is compared: full-width as half-width, lower case, no lone surrogates (they are no text, and
 * native code may not get them).
 *
 * @param characters what is longer is cut here, before anything looks at it.
 */
export function normalise(text: string, characters: number): string {
  // Cut twice: NFKC can make one character many.
  return text.slice(0, characters).toWellFormed().normalize('NFKC').toLowerCase().replaceAll('ü', 'v').slice(0, characters).toWellFormed();
}

export interface Run {
  text: string;
  /** Chinese characters, or letters and digits of any other script. */
  isChinese: boolean;
  /** Index of its first UTF-16 unit in the text. */
  start: number;
}

const runPattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const chinesePattern = /^\p{Script=Han}/u;

/** Longer "words" of letters are noise (keys, addresses): only so much of them is kept. */
const longestLatinWord = 40;

export function isChinese(text: string): boolean {
  return chinesePattern.test(text);
}

/** The stretches of one script in a normalised text; punctuation, spaces and emoji part them. */
export function runsOf(normalised: string): Run[] {
  return Array.from(normalised.matchAll(runPattern), (match) => {
    const chinese = isChinese(match[0]);
    return { text: chinese ? match[0] : match[0].slice(0, longestLatinWord), isChinese: chinese, start: match.index };
  });
}
