import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { FeedbackReceived } from '../../../../server/contract/feedback';
import { ActionButton } from '../../../components/ActionButton';
import { Heading } from '../../../components/Heading';
import { Icon } from '../../../components/Icon';
import { List, ListItem } from '../../../components/List';
import { Notice, type NoticeText } from '../../../components/Notice';
import { PhoneLink } from '../../../components/PhoneLink';
import { SummaryList } from '../../../components/SummaryList';
import { goBack } from '../../../platform/navigation';
import { useStores } from '../../../stores/StoreContext';
import { dateAndTime } from '../../../text/dates';
import { nextSteps } from '../feedbackLabels';

interface FeedbackReceivedPanelProps {
  received: FeedbackReceived;
  isAboutGuide: boolean;
  hasPhone: boolean;
}

/** It arrived: its number, who handles it, and what happens next. */
export const FeedbackReceivedPanel = observer(({ received: { referenceNumber, receivedAt, handledBy }, isAboutGuide, hasPhone }: FeedbackReceivedPanelProps) => {
  const { site, now } = useStores();
  const [notice, setNotice] = useState<NoticeText | null>(null);
  const copy = () => {
    Taro.setClipboardData({ data: referenceNumber })
      .then(() => setNotice({ text: '编号已复制。', isFailure: false }))
      .catch(() => setNotice({ text: '没有复制成功，请抄下编号。', isFailure: true }));
  };
  return (
    <>
      <View className="section">
        <View className="received-title" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : { 'aria-role': 'status' })}>
          <Icon name="circle-check" />
          <Heading level={2}>已收到，谢谢您</Heading>
        </View>
        <SummaryList
          layout="rows"
          items={[
            { term: '编号', value: referenceNumber },
            { term: '收到时间', value: dateAndTime(receivedAt, now()) },
            { term: '由谁处理', value: handledBy },
          ]}
        />
        <View>{notice === null ? null : <Notice {...notice} />}</View>
        <ActionButton look="secondary" label="复制编号" onPress={copy} />
      </View>
      <View className="section">
        <Heading level={2}>接下来</Heading>
        <List>
          {nextSteps(isAboutGuide, hasPhone).map((step) => (
            <ListItem key={step}>
              <View className="paragraph">{step}</View>
            </ListItem>
          ))}
        </List>
        {site.site === null ? null : <PhoneLink name={`${site.site.areaName}政务服务热线`} phone={site.site.hotline} />}
        <ActionButton look="plain" label={isAboutGuide ? '回到指南' : '完成'} onPress={goBack} />
      </View>
    </>
  );
});
