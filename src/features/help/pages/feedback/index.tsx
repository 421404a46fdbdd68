import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { PhoneLink } from '../../../../components/PhoneLink';
import { ResultPanel } from '../../../../components/ResultPanel';
import { paths } from '../../../../paths';
import { BoundedCache } from '../../../../platform/BoundedCache';
import { newUuid } from '../../../../platform/newUuid';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { FeedbackForm, FeedbackProblems } from '../../components/FeedbackForm';
import { FeedbackReceivedPanel } from '../../components/FeedbackReceivedPanel';
import { FeedbackStore, type FeedbackDraft } from '../../FeedbackStore';
import { ReportedGuideStore } from '../../ReportedGuideStore';
import './index.scss';

const keptDrafts = 5;

/** What this page is for, and where to go with what it is not for. */
const AboutMiniProgram = observer(() => {
  const { site } = useStores();
  return (
    <View className="section">
      <View className="paragraph">这里收对本小程序的意见。要投诉窗口或工作人员，或者事情紧急，请直接打电话。</View>
      {site.site === null ? null : <PhoneLink name={`${site.site.areaName}政务服务热线`} phone={site.site.hotline} />}
    </View>
  );
});

const AboutGuide = observer(({ guide }: { guide: ReportedGuideStore }) => (
  <View className="section">
    <View className="hint">您说的是这份指南</View>
    <View className="row-name">{guide.name ?? ' '}</View>
  </View>
));

const GuideGone = () => {
  const { title, nextAction } = errorText(ReportedGuideStore.gone);
  return (
    <ResultPanel icon="file-text" title={title} body={nextAction}>
      <LinkTo to={paths.feedback} label="对小程序提意见" className="text-link">
        对小程序提意见
      </LinkTo>
    </ResultPanel>
  );
};

const Feedback = observer(() => {
  const { feedbackApi, guidesApi, guideCache, site, storage, now } = useStores();
  const { guideId } = useRouter().params;
  const [guide] = useState(() => (guideId === undefined ? null : new ReportedGuideStore(pageParameter(guideId), guidesApi, guideCache)));
  const [store] = useState(
    () => new FeedbackStore(guide?.guideId ?? null, { api: feedbackApi, drafts: new BoundedCache<FeedbackDraft>(storage, 'feedback-drafts', keptDrafts, now), newId: newUuid }),
  );
  useEffect(() => {
    void site.refreshQuietly();
    void guide?.load();
    return store.keepDraft;
  }, [site, guide, store]);

  const { received } = store;
  const title = received !== null ? '已收到您的反馈' : guide === null ? '意见反馈' : guide.isGone ? '没有找到要反馈的指南' : '指南内容有误';
  return (
    <Page title={title}>
      {received !== null ? (
        <FeedbackReceivedPanel received={received} isAboutGuide={guide !== null} hasPhone={store.contactPhone !== ''} />
      ) : guide?.isGone === true ? (
        <GuideGone />
      ) : (
        <>
          <FeedbackProblems store={store} />
          {guide === null ? <AboutMiniProgram /> : <AboutGuide guide={guide} />}
          <FeedbackForm store={store} />
        </>
      )}
    </Page>
  );
});

export default Feedback;
