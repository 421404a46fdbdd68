import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GuideFieldChange, GuideVersion } from '../../../../server/contract/serviceGuides';
import { Heading } from '../../../components/Heading';
import { ListItem } from '../../../components/List';
import { Tappable } from '../../../components/Tappable';
import { fullDate } from '../../../text/dates';
import { sizeOf } from '../../../components/portions';
import { changedFieldsNote } from '../versionLabels';
import { InParts } from './InParts';
import { LongText } from './LongText';

/** Bytes of a setData; on the first page the newest version is open beside twenty rows. */
const budget = 9_000;
const firstCharacters = 120;

const Words = ({ term, text, name }: { term: string; text: string; name: string }) => (
  <>
    <View className="summary-term">{term}</View>
    <LongText className="labelled-text" text={text} name={`${name}，${term}`} first={firstCharacters} />
  </>
);

const Change = ({ version, change: { label, before, after } }: { version: number; change: GuideFieldChange }) => (
  <View className="part">
    <Heading level={3}>{label}</Heading>
    {before === null ? null : <Words term={after === null ? '不再公布' : '原来'} text={before} name={`第 ${version} 版：${label}`} />}
    {after === null ? null : <Words term={before === null ? '新公布' : '现在'} text={after} name={`第 ${version} 版：${label}`} />}
  </View>
);

/** One version: when, and what was changed in it, on demand. */
export const VersionRow = ({ version: { version, changedAt, changes }, isOpenAtFirst }: { version: GuideVersion; isOpenAtFirst: boolean }) => {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const date = fullDate(changedAt);
  const note = changedFieldsNote(version, changes);
  const words = (
    <>
      <View className="row-name">{date}</View>
      <View className="hint">{note}</View>
    </>
  );
  if (changes.length === 0) {
    return (
      <ListItem>
        <View className="row">{words}</View>
      </ListItem>
    );
  }
  return (
    <ListItem>
      <Tappable className={isOpen ? 'row has-chevron is-open' : 'row has-chevron'} label={`${date}，${note}`} isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {words}
      </Tappable>
      {isOpen ? (
        <View className="disclosure-content version-changes">
          <InParts
            items={changes}
            budget={budget}
            sizeOf={({ label, before, after }) => sizeOf(4, [label, before, after], firstCharacters)}
            moreLabel={(hidden) => `第 ${version} 版还有 ${hidden} 处`}
            render={(change) => <Change key={change.field} version={version} change={change} />}
          />
        </View>
      ) : null}
    </ListItem>
  );
};
