import { View } from '@tarojs/components';
import { StatusTag } from '../../../../components/StatusTag';
import { sizeOf } from '../../../../components/portions';
import { InParts } from '../InParts';
import { firstCharacters, LongText } from '../LongText';
import type { SectionContent } from '../Sections';

/** Bytes of a setData; the section is only this list. */
const budget = 10_000;

/** What the department acts upon. What nobody has compared with the original says so. */
export const LegalBases = ({ guide: { content } }: SectionContent) => (
  <InParts
    items={content.legalBases ?? []}
    budget={budget}
    sizeOf={({ law, article, text }) => sizeOf(4, [law, article, text], firstCharacters)}
    moreLabel={(hidden) => `还有 ${hidden} 条依据`}
    render={({ law, article, text, isVerified }, index) => (
      <View key={index} className="labelled">
        <View className="step-name">
          {law}
          {article} {isVerified ? null : <StatusTag tone="amber">待核实</StatusTag>}
        </View>
        {text === undefined ? null : <LongText className="step-text" text={text} name={`${law}${article ?? ''}`} />}
      </View>
    )}
  />
);
