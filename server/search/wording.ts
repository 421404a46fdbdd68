import type { QueryAnalysis } from './queryAnalysis';
import type { Reading, SearchField } from './searchIndex';
import type { Judgement } from './judgement';

const fieldLabels: Record<SearchField, string> = { name: '名称', keywords: '关键词', body: '正文' };

/** One short sentence for the citizen: 名称中有“身份证”“补领”. */
export function reasonOf({ matches, missingWords }: Judgement): string {
  const [best] = matches;
  if (best === undefined) return '只有个别字词相近';
  const field = best.fields[0] ?? 'body';
  const inField = `${fieldLabels[field]}中有`;
  switch (best.kind) {
    case 'synonym':
      return `“${best.queryWord}”也叫“${best.matchedTerm}”，${fieldLabels[field]}中有`;
    case 'pinyin':
      return `“${best.queryWord}”是“${best.matchedTerm}”的${best.queryWord.length === best.matchedTerm.length ? '首字母' : '拼音'}，${inField}`;
    case 'typing_slip':
      return `“${best.queryWord}”可能是“${best.matchedTerm}”，${inField}`;
    case 'exact': {
      const together = matches.filter((match) => match.kind === 'exact' && match.fields.includes(field)).slice(0, 3);
      const lacking = missingWords.length > 0 ? `，没有“${missingWords[0] ?? ''}”` : '';
      return `${inField}${together.map(({ matchedTerm }) => `“${matchedTerm}”`).join('')}${lacking}`;
    }
  }
}

/** What was read otherwise than typed, the surest of each word. */
export function readingsOf(analysis: QueryAnalysis): Reading[] {
  const readings: Reading[] = [];
  for (const { kind, written, meant } of analysis.readings) {
    if (kind !== 'exact' && !readings.some((known) => known.queryWord === written && known.readAs === meant)) readings.push({ kind, queryWord: written, readAs: meant });
  }
  return readings;
}

/** The query with pinyin and slips put right; synonyms are no mistake and stay. */
export function understoodAs({ text, readings }: QueryAnalysis): string | undefined {
  const corrections = readings.filter(({ kind, isFirstChoice }) => isFirstChoice && (kind === 'pinyin' || kind === 'typing_slip'));
  if (corrections.length === 0) return undefined;
  let corrected = text;
  // From the end, so that the places before stay right.
  for (const { start, end, meant } of corrections.sort((one, other) => other.start - one.start)) {
    corrected = corrected.slice(0, start) + meant + corrected.slice(end);
  }
  return `按“${corrected.trim()}”查找`;
}
