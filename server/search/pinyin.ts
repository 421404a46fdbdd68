import { pinyin } from 'pinyin-pro';

/** The syllables of Chinese text without tones, one a character: 身份证 → shen fen zheng; ü is v, as it is typed. */
export function syllablesOf(chinese: string): string[] {
  return pinyin(chinese, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}

export interface Sound {
  /** shenfenzheng */
  full: string;
  /** sfz */
  initials: string;
}

export function soundOf(chinese: string): Sound {
  const syllables = syllablesOf(chinese);
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}
