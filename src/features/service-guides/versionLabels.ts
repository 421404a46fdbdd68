import type { GuideFieldChange } from '../../../server/contract/serviceGuides';

/** Named in a row; the others are counted. */
const namedFields = 3;

/** What a version changed, in one line: 改了 收费说明、办理地点; 首次发布 for the first. */
export const changedFieldsNote = (version: number, changes: readonly GuideFieldChange[]): string => {
  if (version === 1) return '首次发布';
  if (changes.length === 0) return '显示的内容没有变化';
  const names = changes.slice(0, namedFields).map(({ label }) => label);
  return `改了${names.join('、')}${changes.length > namedFields ? `等 ${changes.length} 处` : ''}`;
};
