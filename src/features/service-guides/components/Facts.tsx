import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { Heading } from '../../../components/Heading';
import { StatusTag } from '../../../components/StatusTag';
import { SummaryList } from '../../../components/SummaryList';
import { useStores } from '../../../stores/StoreContext';
import { dateInChina } from '../../../text/dates';
import { fourFacts, guideTags, statusNotice } from '../guideLabels';
import { LongText } from './LongText';

/** A summary up to here stands in the department's line; a longer one is a paragraph. */
const longestInLine = 40;
const summaryFirst = 100;

/** The first screen of a guide: what it is, who handles it, whether it can be used now, and the four facts. */
export const Facts = observer(({ guide }: { guide: ServiceGuide }) => {
  const { now } = useStores();
  const { content, department } = guide;
  const { summary } = content;
  const status = statusNotice(content, dateInChina(now()));
  const isInLine = summary !== undefined && summary.length <= longestInLine;
  return (
    <View className="section">
      <Heading level={1}>{content.name}</Heading>
      <View className="hint guide-department">{isInLine ? `${department.name} · ${summary}` : department.name}</View>
      {status === null ? null : (
        <View className={`guide-status is-${status.tone}`}>
          <View className="is-strong">{status.title}</View>
          <View>{status.text}</View>
        </View>
      )}
      {summary === undefined || isInLine ? null : <LongText text={summary} name="简介" first={summaryFirst} />}
      <View className="tags">
        {guideTags(content).map(({ tone, word }) => (
          <StatusTag key={word} tone={tone}>
            {word}
          </StatusTag>
        ))}
      </View>
      <SummaryList layout="columns" items={fourFacts(content)} />
    </View>
  );
});
