import { fillers } from './stopWords';
import { runsOf } from './text';

/** A word of a query, with the place of its first UTF-16 unit. */
export interface CutWord {
  text: string;
  start: number;
  isFiller: boolean;
}

/** The text's Chinese and Latin words with their places; punctuation is left out. */
export function cutWords(text: string, cut: (chinese: string) => string[]): CutWord[] {
  const cuts: CutWord[] = [];
  for (const run of runsOf(text)) {
    let start = run.start;
    for (const word of run.isChinese ? cut(run.text) : [run.text]) {
      cuts.push({ text: word, start, isFiller: fillers.has(word) });
      start += word.length;
    }
  }
  return cuts;
}
