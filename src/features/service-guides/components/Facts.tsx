import { View } from '@tarojs/components';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { Heading } from '../../../components/Heading';
import { StatusTag } from '../../../components/StatusTag';
import { SummaryList } from '../../../components/SummaryList';
import { handlingTypeLabels, itemTypeLabels } from '../../../text/serviceGuideLabels';
import { fourFacts } from '../guideLabels';

/** The first screen of a guide: what it is, who handles it, and the four facts. */
export const Facts = ({ guide }: { guide: ServiceGuide }) => (
  <View className="section">
    <Heading level={1}>{guide.name}</Heading>
    <View className="hint guide-department">{guide.department.name}</View>
    {guide.summary === null ? null : <View className="paragraph">{guide.summary}</View>}
    <View className="tags">
      <StatusTag tone="accent">{itemTypeLabels[guide.itemType]}</StatusTag>
      {guide.handlingType === null ? null : <StatusTag tone="neutral">{handlingTypeLabels[guide.handlingType]}</StatusTag>}
    </View>
    <SummaryList layout="columns" items={fourFacts(guide)} />
  </View>
);
