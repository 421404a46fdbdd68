import { View } from '@tarojs/components';
import { useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { AnnouncementPage } from '../../../../../server/contract/announcements';
import { AnnouncementRow } from '../../../../components/AnnouncementRow';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { BoundedCache } from '../../../../platform/BoundedCache';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { announcementKindLabels, announcementNote } from '../../../../text/announcementLabels';
import { AnnouncementListStore } from '../../AnnouncementListStore';
import { ListSearch } from '../../components/ListSearch';
import { Narrowing } from '../../components/Narrowing';
import './index.scss';

const keptLists = 6;

const isKind = (text: string): text is keyof typeof announcementKindLabels => text in announcementKindLabels;

const Nothing = observer(({ store }: { store: AnnouncementListStore }) => {
  if (store.asked !== null) return <ResultPanel icon="search" title={`没有找到“${store.asked}”`} body="请换个说法，或只输入标题里的两三个字。" />;
  if (store.isNarrowed) {
    return (
      <ResultPanel icon="file-text" title="没有符合条件的公告" body="请放宽条件再看。">
        <Tappable className="text-link" label="看全部公告" onPress={() => void store.choose({ kind: null, departmentId: null, topic: null, year: null })}>
          看全部公告
        </Tappable>
      </ResultPanel>
    );
  }
  return <ResultPanel icon="file-text" title={store.chosen.archived ? '没有归档的公告' : '还没有公告'} body="发布后会出现在这里。" />;
});

const Count = observer(({ store, label }: { store: AnnouncementListStore; label: string }) => {
  if (store.asked === null) return <>共 {label} 条</>;
  return (
    <>
      {store.understoodAs === null ? null : <View>{store.understoodAs}</View>}
      <View>{store.isNear ? '没有找到完全对应的，这些比较接近' : `找到 ${label} 条`}</View>
    </>
  );
});

const Announcements = observer(() => {
  const { announcementsApi, site, storage, now } = useStores();
  const { kind = '', query } = useRouter().params;
  const [initial] = useState(() => pageParameter(query));
  const [store] = useState(
    () =>
      new AnnouncementListStore(
        { announcementsApi, cache: new BoundedCache<AnnouncementPage>(storage, 'announcement-lists', keptLists, now) },
        { query: initial, ...(isKind(kind) ? { kind } : {}) },
      ),
  );
  useEffect(() => {
    void store.load();
    void site.refreshQuietly();
  }, [store, site]);
  useReachBottom(() => void store.list.loadMore());
  useShareAppMessage(() => ({ title: '公告', path: paths.announcements }));
  const { archived } = store.chosen;
  const title = store.asked !== null ? `搜索“${store.asked}”` : archived ? '已归档的公告' : '公告';
  return (
    <Page title={title} barTitle="公告">
      <View className="section">
        <ListSearch initial={initial} onSearch={(text) => void store.search(text)} />
        {/* Each its own place: Taro sends all children of a node again when one of them comes or goes. */}
        <View>
          <Narrowing store={store} />
        </View>
      </View>
      <View>
        <PagedList
          store={store.list}
          count={(label) => <Count store={store} label={label} />}
          row={({ announcement, reason }) => (
            <AnnouncementRow key={announcement.id} id={announcement.id} title={announcement.title} note={reason === null ? announcementNote(announcement, now(), store.chosen.kind !== null) : `${reason}\n${announcementNote(announcement, now())}`} />
          )}
          empty={<Nothing store={store} />}
          onRetry={() => void store.load()}
        />
      </View>
      <View className="section">
        <Tappable className="text-link" label={archived ? '看现行的公告' : '看已归档的公告'} onPress={() => void store.choose({ archived: !archived })}>
          {archived ? '看现行的公告' : '看已归档的公告'}
        </Tappable>
      </View>
    </Page>
  );
});

export default Announcements;
