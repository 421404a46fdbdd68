import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { ServiceGuide } from '../../../../../server/contract/serviceGuides';
import { errorText } from '../../../../api/errorMessages';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { NoticeLines } from '../../../../components/NoticeLines';
import { OfflineNote } from '../../../../components/OfflineNote';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { fullDate } from '../../../../text/dates';
import { Facts } from '../../components/Facts';
import { GuideActions } from '../../components/GuideActions';
import { Materials } from '../../components/Materials';
import { PrintSheet } from '../../components/PrintSheet';
import { Sections } from '../../components/Sections';
import { shareTitle } from '../../checklist';
import { unpublishedParts } from '../../guideLabels';
import { GuideStore } from '../../GuideStore';
import './index.scss';

const Unpublished = ({ guide, hotline }: { guide: ServiceGuide; hotline: string | undefined }) => {
  const parts = unpublishedParts(guide);
  if (parts.length === 0) return null;
  const phone = guide.content.consultationPhone ?? hotline;
  return (
    <View className="section">
      <Heading level={2}>还没有公布的内容</Heading>
      <View className="paragraph">
        部门还没有公布{parts.join('、')}。{phone === undefined ? '' : `去之前请先拨打 ${phone} 问清楚。`}
      </View>
    </View>
  );
};

/** How old the words are, what changed, and where to say that they are wrong. */
const Updated = ({ guide: { id, updatedAt } }: { guide: ServiceGuide }) => (
  <View className="hint guide-updated">
    <View>{fullDate(updatedAt)}更新</View>
    <LinkTo to={paths.guideVersions(id)} label="看看改了什么" className="text-link">
      看看改了什么
    </LinkTo>
    <LinkTo to={paths.reportGuide(id)} label="内容有误？" className="text-link">
      内容有误？
    </LinkTo>
  </View>
);

const Content = observer(({ store }: { store: GuideStore }) => {
  const { site } = useStores();
  const { state } = store;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={2} />
          <SkeletonRows count={4} isTall />
        </View>
      );
    case 'failed': {
      if (state.error.code !== 'guide_not_found') return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
      const { title, nextAction } = errorText(state.error);
      return (
        <ResultPanel icon="file-text" title={title} body={nextAction}>
          <LinkTo to={paths.search} label="重新查找" className="text-link">
            重新查找
          </LinkTo>
        </ResultPanel>
      );
    }
    case 'ready':
      return (
        <>
          <OfflineNote savedAt={state.savedAt} onRetry={() => void store.load()} />
          {/* A place of its own: notices may come late, and Taro would send the whole page again. */}
          <View>
            <NoticeLines notices={store.notices} />
          </View>
          <Facts guide={state.value} />
          <Materials store={store} guide={state.value} />
          <Sections store={store} guide={state.value} />
          <Unpublished guide={state.value} hotline={site.site?.hotline} />
          <Updated guide={state.value} />
        </>
      );
  }
});

const Detail = observer(() => {
  const stores = useStores();
  const { guideId = '' } = useRouter().params;
  const [store] = useState(() => new GuideStore(guideId, stores));
  const { guide } = store;

  useEffect(() => {
    // Somebody may arrive here first, through a shared link: what the site offers is then not known yet.
    void Promise.allSettled([stores.site.known()]).then(store.load).then(stores.site.refreshQuietly);
  }, [store, stores.site]);
  useShareAppMessage(() => ({ title: guide === null ? '办事指南' : shareTitle(guide), path: paths.guide(guideId) }));

  const browserTitle = guide?.content.name ?? (store.isGone ? '没有找到办事指南' : '办事指南');
  return (
    <Page title={process.env.TARO_ENV === 'h5' ? browserTitle : '办事指南'} barTitle="办事指南" isHeadedBelow={guide !== null} {...(guide === null ? {} : { footer: <GuideActions guide={guide} /> })}>
      {process.env.TARO_ENV === 'h5' ? <PrintSheet store={store} /> : null}
      <Content store={store} />
    </Page>
  );
});

export default Detail;
