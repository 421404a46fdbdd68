import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState } from 'react';
import type { Favourite, FavouriteAnnouncement, FavouriteAnnouncementPage } from '../../../../../server/contract/favourites';
import { AnnouncementRow } from '../../../../components/AnnouncementRow';
import { GuideRow } from '../../../../components/GuideRow';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { SignInFirst } from '../../../../components/SignInFirst';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { loading } from '../../../../stores/LoadState';
import { PagedListStore } from '../../../../stores/PagedListStore';
import { useStores } from '../../../../stores/StoreContext';
import { announcementNote } from '../../../../text/announcementLabels';
import { dateWithWeekday } from '../../../../text/dates';
import { guideNote } from '../../../../text/serviceGuideLabels';

const kinds = { guides: '办事指南', announcements: '公告' } as const;
type Kind = keyof typeof kinds;

const Favourites = observer(() => {
  const { favouritesApi, client, session, now } = useStores();
  const [kind, setKind] = useState<Kind>('guides');
  const [guides] = useState(() => new PagedListStore<Favourite>(loading));
  const [announcements] = useState(() => new PagedListStore<FavouriteAnnouncement>(loading));
  const load = useCallback(() => {
    if (kind === 'guides') void guides.load(favouritesApi.listFavourites);
    else void announcements.load((cursor) => client.request<FavouriteAnnouncementPage>({ path: '/announcement-favourites', query: { cursor } }));
  }, [kind, guides, announcements, favouritesApi, client]);
  const { isSignedIn } = session;
  const list = kind === 'guides' ? guides : announcements;
  useEffect(() => {
    if (isSignedIn) load();
  }, [isSignedIn, load]);
  // Back from a page where it may have been taken out.
  useDidShow(() => {
    if (isSignedIn && list.state.status === 'ready') load();
  });
  useReachBottom(() => void list.loadMore());

  return (
    <Page title="我的收藏">
      <SignInFirst path={paths.favourites} reason="收藏的办事指南和公告跟着您的微信走，换手机也在。">
        <View className="section choices">
          {(Object.keys(kinds) as Kind[]).map((each) => (
            <Tappable key={each} className={each === kind ? 'choice is-chosen' : 'choice'} label={kinds[each]} isPressed={each === kind} onPress={() => setKind(each)}>
              {kinds[each]}
            </Tappable>
          ))}
        </View>
        {/* A place of its own: Taro sends all children of a node again when one of them comes or goes. */}
        <View>
          {kind === 'guides' ? (
            <PagedList
              key="guides"
              store={guides}
              count={(label) => `共 ${label} 项`}
              row={({ guide, favouredAt }) => (
                <GuideRow key={guide.id} guideId={guide.id} name={guide.name} note={`${guideNote(guide)} · ${dateWithWeekday(favouredAt, now())}收藏`} />
              )}
              empty={
                <ResultPanel icon="star" title="还没有收藏办事指南" body="在办事指南页面下方点“收藏”，就会出现在这里。">
                  <LinkTo to={paths.serviceGuides} label="去看办事指南" className="text-link">
                    去看办事指南
                  </LinkTo>
                </ResultPanel>
              }
              onRetry={load}
            />
          ) : (
            <PagedList
              key="announcements"
              store={announcements}
              count={(label) => `共 ${label} 条`}
              row={({ announcement }) => <AnnouncementRow key={announcement.id} id={announcement.id} title={announcement.title} note={announcementNote(announcement, now())} />}
              empty={
                <ResultPanel icon="star" title="还没有收藏公告" body="在公告页面下方点“收藏”，就会出现在这里。">
                  <LinkTo to={paths.announcements} label="去看公告" className="text-link">
                    去看公告
                  </LinkTo>
                </ResultPanel>
              }
              onRetry={load}
            />
          )}
        </View>
      </SignInFirst>
    </Page>
  );
});

export default Favourites;
