import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { AnnouncementVersion } from '../../../../../server/contract/announcements';
import { errorText } from '../../../../api/errorMessages';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SummaryList } from '../../../../components/SummaryList';
import { paths } from '../../../../paths';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { fullDate } from '../../../../text/dates';
import { documentFacts } from '../../announcementFacts';
import { Attachments } from '../../components/Attachments';
import { Loading } from '../../components/Loading';
import { isShort, RichBody } from '../../components/RichBody';
import { VersionStore } from '../../VersionStore';
import './index.scss';

const title = '更正前的内容';

const Current = ({ announcementId }: { announcementId: string }) => (
  <LinkTo to={paths.announcement(announcementId)} label="看现在的内容" className="text-link">
    看现在的内容
  </LinkTo>
);

const Old = observer(({ store, version }: { store: VersionStore; version: AnnouncementVersion }) => {
  const { announcementsApi } = useStores();
  const { blocks } = store;
  const { content, publishedAt, replacedAt } = version;
  const urlOf = (hash: string) => announcementsApi.fileUrl(version.id, hash);
  const short = isShort(blocks);
  const attachments = <Attachments attachments={content.attachments ?? []} urlOf={urlOf} />;
  return (
    <>
      <View className="section">
        <View className={`reading-banner ${replacedAt === null ? 'is-neutral' : 'is-red'}`}>
          {replacedAt === null ? `这就是现在的内容，${fullDate(publishedAt)}发布。` : `这是旧内容，已经不作数：${fullDate(publishedAt)}发布，${fullDate(replacedAt)}被更正。`}
          <View>
            <Current announcementId={version.id} />
          </View>
        </View>
        <Heading level={1}>{content.title}</Heading>
        <SummaryList layout="rows" items={documentFacts(content)} />
      </View>
      {short ? null : attachments}
      <View className="section">
        <RichBody blocks={blocks} reading={{ pictureUrl: urlOf, ownAddress: urlOf('') }} isLast={!short} />
      </View>
      {short ? attachments : null}
    </>
  );
});

const Content = observer(({ store }: { store: VersionStore }) => {
  const { state } = store;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return <Loading />;
    case 'failed': {
      const { error } = state;
      if (error.code !== 'announcement_not_found' && error.code !== 'announcement_withdrawn') return <FailurePanel error={error} onRetry={() => void store.load()} />;
      const text = errorText(error);
      return (
        <ResultPanel icon="file-text" title={text.title} body={text.nextAction}>
          <Current announcementId={store.announcementId} />
        </ResultPanel>
      );
    }
    case 'ready':
      return <Old store={store} version={state.value} />;
  }
});

const Version = observer(() => {
  const { announcementsApi } = useStores();
  const { announcementId, version } = useRouter().params;
  const [store] = useState(() => new VersionStore(pageParameter(announcementId), pageParameter(version), announcementsApi));
  useEffect(() => {
    void store.load();
  }, [store]);
  const { state } = store;
  const name = state.status === 'ready' ? `${state.value.content.title}（第 ${state.value.version} 版）` : title;
  return (
    <Page title={process.env.TARO_ENV === 'h5' ? name : title} barTitle={title} isHeadedBelow={state.status === 'ready'}>
      <Content store={store} />
    </Page>
  );
});

export default Version;
