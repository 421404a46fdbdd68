import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { Announcement } from '../../../../../server/contract/announcements';
import { errorText } from '../../../../api/errorMessages';
import { LinkTo } from '../../../../components/LinkTo';
import { OfflineNote } from '../../../../components/OfflineNote';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { BoundedCache } from '../../../../platform/BoundedCache';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { AnnouncementStore } from '../../AnnouncementStore';
import { AnnouncementActions } from '../../components/AnnouncementActions';
import { AnnouncementHead } from '../../components/AnnouncementHead';
import { AroundIt } from '../../components/AroundIt';
import { Attachments } from '../../components/Attachments';
import { Loading } from '../../components/Loading';
import { isShort, RichBody } from '../../components/RichBody';
import './index.scss';

/** As many as somebody goes back to without a network. */
const keptAnnouncements = 10;

const MoreAnnouncements = () => (
  <LinkTo to={paths.announcements} label="全部公告" className="text-link">
    全部公告
  </LinkTo>
);

const Whole = observer(({ store, announcement }: { store: AnnouncementStore; announcement: Announcement }) => {
  const { announcementsApi } = useStores();
  const { blocks } = store;
  if (announcement.status === 'withdrawn') {
    return (
      <>
        <AnnouncementHead announcement={announcement} />
        <View className="section">
          <MoreAnnouncements />
        </View>
      </>
    );
  }
  const urlOf = (hash: string) => announcementsApi.fileUrl(announcement.id, hash);
  const short = isShort(blocks);
  const body = (
    <View className="section">
      <RichBody blocks={blocks} reading={{ pictureUrl: urlOf, ownAddress: urlOf('') }} isLast={!short} />
    </View>
  );
  const others = (
    <>
      <Attachments attachments={announcement.content.attachments ?? []} urlOf={urlOf} />
      <AroundIt announcement={announcement} />
    </>
  );
  // A long text goes on as one reads: what stood below it could not be reached.
  return (
    <>
      <AnnouncementHead announcement={announcement} />
      {short ? body : others}
      {short ? others : body}
      {process.env.TARO_ENV === 'h5' ? (
        <View className="section no-print">
          <Tappable className="text-link" label="打印" onPress={() => window.print()}>
            打印这份公告
          </Tappable>
        </View>
      ) : null}
    </>
  );
});

const Content = observer(({ store }: { store: AnnouncementStore }) => {
  const { state } = store;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return <Loading />;
    case 'failed': {
      if (!store.isGone) return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
      const { title, nextAction } = errorText(state.error);
      return (
        <ResultPanel icon="file-text" title={title} body={nextAction}>
          <MoreAnnouncements />
        </ResultPanel>
      );
    }
    case 'ready':
      return (
        <>
          {state.savedAt === null ? null : (
            <View className="section">
              <OfflineNote savedAt={state.savedAt} onRetry={() => void store.load()} />
            </View>
          )}
          <Whole store={store} announcement={state.value} />
        </>
      );
  }
});

const Detail = observer(() => {
  const stores = useStores();
  const { announcementId } = useRouter().params;
  const [store] = useState(() => new AnnouncementStore(pageParameter(announcementId), { ...stores, cache: new BoundedCache<Announcement>(stores.storage, 'announcements', keptAnnouncements, stores.now) }));
  const { announcement } = store;
  useEffect(() => {
    // Somebody may arrive here first, through a shared link: what the site offers is then not known yet.
    void Promise.allSettled([stores.site.known()]).then(store.load).then(stores.site.refreshQuietly);
  }, [store, stores.site]);
  const isReadable = announcement !== null && announcement.status !== 'withdrawn';
  useShareAppMessage(() => ({ title: announcement?.content.title ?? '公告', path: paths.announcement(store.announcementId) }));
  const browserTitle = announcement?.content.title ?? (store.isGone ? '没有找到公告' : '公告');
  return (
    <Page
      title={process.env.TARO_ENV === 'h5' ? browserTitle : '公告'}
      barTitle="公告"
      isHeadedBelow={announcement !== null}
      {...(isReadable ? { footer: <AnnouncementActions announcementId={announcement.id} title={announcement.content.title} /> } : {})}
    >
      <Content store={store} />
    </Page>
  );
});

export default Detail;
