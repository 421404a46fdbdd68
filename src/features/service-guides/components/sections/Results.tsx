import { View } from '@tarojs/components';
import { Heading } from '../../../../components/Heading';
import { deliveryLabels, joined, resultTypeLabels } from '../../contentLabels';
import { sizeOf } from '../../../../components/portions';
import { GuideFileLink } from '../GuideFileLink';
import { InParts } from '../InParts';
import { LabelledLines } from '../Labelled';
import { firstCharacters } from '../LongText';
import type { SectionContent } from '../Sections';

/** Bytes of a setData; the section is only this list. */
const budget = 10_000;

/** What one gets in the end, and how. */
export const Results = ({ guide: { id, content } }: SectionContent) => (
  <InParts
    items={content.results ?? []}
    budget={budget}
    sizeOf={({ name, validity }) => sizeOf(14, [name, validity], firstCharacters)}
    moreLabel={(hidden) => `还有 ${hidden} 种结果`}
    render={({ name, type, sample, delivery, validity }, index) => (
      <View key={index} className="part">
        <Heading level={3}>{name}</Heading>
        <LabelledLines
          of={name}
          lines={[
            ['类型', type && resultTypeLabels[type]],
            ['怎么拿到', joined((delivery ?? []).map((way) => deliveryLabels[way]), '、')],
            ['有效期', validity],
          ]}
        />
        {sample === undefined ? null : <GuideFileLink guideId={id} file={sample} kind="样式" />}
      </View>
    )}
  />
);
