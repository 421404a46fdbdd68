import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState } from 'react';
import type { Favourite } from '../../../../../server/contract/favourites';
import { GuideRow } from '../../../../components/GuideRow';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { SignInFirst } from '../../../../components/SignInFirst';
import { paths } from '../../../../paths';
import { loading } from '../../../../stores/LoadState';
import { PagedListStore } from '../../../../stores/PagedListStore';
import { useStores } from '../../../../stores/StoreContext';
import { dateWithWeekday } from '../../../../text/dates';
import { guideNote } from '../../../../text/serviceGuideLabels';

const Favourites = observer(() => {
  const { favouritesApi, session, now } = useStores();
  const [list] = useState(() => new PagedListStore<Favourite>(loading));
  const load = useCallback(() => void list.load(favouritesApi.listFavourites), [list, favouritesApi]);
  const { isSignedIn } = session;
  useEffect(() => {
    if (isSignedIn) load();
  }, [isSignedIn, load]);
  // Back from a guide, where it may have been taken out.
  useDidShow(() => {
    if (isSignedIn && list.state.status === 'ready') load();
  });
  useReachBottom(() => void list.loadMore());

  return (
    <Page title="我的收藏">
      <SignInFirst path={paths.favourites} reason="收藏的办事指南跟着您的微信走，换手机也在。">
        <PagedList
          store={list}
          count={(label) => `共 ${label} 项`}
          row={({ guide, favouredAt }) => (
            <GuideRow key={guide.id} guideId={guide.id} name={guide.name} note={`${guideNote(guide)} · ${dateWithWeekday(favouredAt, now())}收藏`} />
          )}
          empty={
            <ResultPanel icon="star" title="还没有收藏" body="在办事指南页面下方点“收藏”，就会出现在这里。">
              <LinkTo to={paths.serviceGuides} label="去看办事指南" className="text-link">
                去看办事指南
              </LinkTo>
            </ResultPanel>
          }
          onRetry={load}
        />
      </SignInFirst>
    </Page>
  );
});

export default Favourites;
