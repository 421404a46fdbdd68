import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GuideFieldChange } from '../../../../../server/contract/serviceGuides';
import { Heading } from '../../../../components/Heading';
import { Tappable } from '../../../../components/Tappable';

/** Of each text so much at first, and so many changes: the rest on demand. */
const firstCharacters = 150;
const firstChanges = 8;

const Words = ({ term, text }: { term: string; text: string }) => {
  const [isWhole, setIsWhole] = useState(text.length <= firstCharacters);
  return (
    <>
      <View className="summary-term">{term}</View>
      <View className="guide-words">{isWhole ? text : `${text.slice(0, firstCharacters)}…`}</View>
      {isWhole ? null : (
        <Tappable className="text-link" label={`${term}：看全文`} onPress={() => setIsWhole(true)}>
          看全文
        </Tappable>
      )}
    </>
  );
};

/** What differs, field by field, before and after in words. */
export const ChangeList = ({ changes, none }: { changes: readonly GuideFieldChange[]; none: string }) => {
  const [isWhole, setIsWhole] = useState(changes.length <= firstChanges);
  if (changes.length === 0) return <View className="hint">{none}</View>;
  const shown = isWhole ? changes : changes.slice(0, firstChanges);
  return (
    <>
      {shown.map(({ field, label, before, after }) => (
        <View key={field} className="guide-change">
          <Heading level={3}>{label}</Heading>
          {before === null ? null : <Words term={after === null ? '不再公布' : '原来'} text={before} />}
          {after === null ? null : <Words term={before === null ? '新写的' : '现在'} text={after} />}
        </View>
      ))}
      {isWhole ? null : (
        <Tappable className="row-more" label={`还有 ${changes.length - firstChanges} 处`} onPress={() => setIsWhole(true)}>
          还有 {changes.length - firstChanges} 处
        </Tappable>
      )}
    </>
  );
};
