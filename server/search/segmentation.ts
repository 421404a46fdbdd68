import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { domainWords } from './domainWords';

let loaded: Jieba | undefined;

/** A frequency at which jieba prefers the whole word to its parts. */
const domainFrequency = 100_000;

/** Loaded when first needed and once a process: it takes some 150 ms and 50 MB. */
function jieba(): Jieba {
  if (loaded === undefined) {
    loaded = Jieba.withDict(dict);
    loaded.loadDict(Buffer.from(domainWords.map((word) => `${word} ${domainFrequency} n\n`).join('')));
  }
  return loaded;
}

/** The text in words, one after the other; together they are the text again. Words it does not know are guessed. */
export function wordsOf(normalised: string): string[] {
  return jieba().cut(normalised, true);
}

/** As `wordsOf`, but what is in no dictionary falls into single characters. */
export function dictionaryWordsOf(normalised: string): string[] {
  return jieba().cut(normalised, false);
}

/** The words, and the shorter words inside long ones: 居民身份证 gives 居民, 身份, 身份证 and itself. */
export function searchWordsOf(normalised: string): string[] {
  return jieba().cutForSearch(normalised, true);
}
