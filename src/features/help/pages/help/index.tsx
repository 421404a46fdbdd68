import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { Disclosure } from '../../../../components/Disclosure';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { PhoneLink } from '../../../../components/PhoneLink';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { helpTopics, type HelpTopic } from '../../helpTopics';

const Question = ({ topic: { question, answer, link } }: { topic: HelpTopic }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure title={question} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <View className="paragraph">{answer}</View>
      {link === undefined ? null : (
        <LinkTo to={link.to} label={link.label} className="text-link">
          {link.label}
        </LinkTo>
      )}
    </Disclosure>
  );
};

const Help = observer(() => {
  const { site } = useStores();
  useEffect(() => {
    void site.refreshQuietly();
  }, [site]);
  useShareAppMessage(() => ({ title: `${site.site?.name ?? '政务服务'}：怎么用`, path: paths.help }));
  return (
    <Page title="帮助与反馈">
      <View className="section sections">
        {helpTopics({ hasFavourites: site.has('favourites') }).map((topic) => (
          <Question key={topic.question} topic={topic} />
        ))}
      </View>
      <View className="section">
        <Heading level={2}>找人帮忙</Heading>
        {site.site === null ? null : <PhoneLink name={`${site.site.areaName}政务服务热线`} phone={site.site.hotline} />}
        <LinkTo to={paths.feedback} label="意见反馈：投诉、建议、打不开、看不懂" className="row has-chevron is-last">
          <View className="row-name">意见反馈</View>
          <View className="hint">投诉、建议、打不开、看不懂，都可以说</View>
        </LinkTo>
      </View>
      <View className="section hint">版本 {APP_VERSION}</View>
    </Page>
  );
});

export default Help;
