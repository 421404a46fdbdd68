import { View } from '@tarojs/components';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { GuideRow } from '../../../../components/GuideRow';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { BoundedCache } from '../../../../platform/BoundedCache';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { guideNote } from '../../../../text/serviceGuideLabels';
import { AskSomebody } from '../../components/AskSomebody';
import { FoundAnnouncements } from '../../components/FoundAnnouncements';
import { NothingFound } from '../../components/NothingFound';
import { RecentSearches } from '../../components/RecentSearches';
import { SearchForm } from '../../components/SearchForm';
import { SuggestionKeys, Suggestions } from '../../components/Suggestions';
import { SearchStore } from '../../SearchStore';
import './index.scss';

/** Earlier questions that stay on the device. */
const keptSearches = 8;

/** How many there are, and how the question was understood. */
const Understanding = observer(({ store, label }: { store: SearchStore; label: string }) => (
  <>
    {store.understoodAs === null ? null : <View>{store.understoodAs}</View>}
    {store.isNear ? <View className="paragraph is-strong">没有找到完全对应的，这些比较接近</View> : <View>找到 {label} 项</View>}
  </>
));

const Search = observer(() => {
  const { guidesApi, announcementsApi, site, storage, now, display } = useStores();
  const { query } = useRouter().params;
  const [initial] = useState(() => pageParameter(query));
  const [store] = useState(() => new SearchStore({ guidesApi, announcementsApi }, new BoundedCache<string>(storage, 'recent-searches', keptSearches, now), initial));
  useEffect(() => {
    void store.search(initial);
    void site.refreshQuietly();
    return store.end;
  }, [store, site, initial]);
  useReachBottom(() => void store.results.loadMore());

  const { hasFewResults: isFirst } = store;
  return (
    <Page title={store.asked === null ? '搜索办事指南' : `搜索“${store.asked}”`} barTitle="搜索办事指南">
      <View className="section">
        <SuggestionKeys store={store}>
          <SearchForm key={store.field.number} store={store} />
          {/* Each its own place: Taro sends all children of a node again when one of them comes or goes. */}
          <View className="suggestions">
            <Suggestions store={store} />
          </View>
        </SuggestionKeys>
      </View>
      <View>
        <RecentSearches store={store} />
      </View>
      {/* Announcements stand in front when the guides have nothing that really fits. */}
      <View>{isFirst ? <FoundAnnouncements store={store} /> : null}</View>
      <View>
        <PagedList
          store={store.results}
          count={(label) => <Understanding store={store} label={label} />}
          row={({ guide, reason }) => <GuideRow key={guide.id} guideId={guide.id} name={guide.name} note={display.isElder ? reason : `${reason}\n${guideNote(guide)}`} />}
          empty={<NothingFound asked={store.asked ?? ''} />}
          end={store.hasFewResults ? <AskSomebody /> : null}
          onRetry={() => void store.search(store.asked ?? '')}
        />
      </View>
      <View>{isFirst ? null : <FoundAnnouncements store={store} />}</View>
    </Page>
  );
});

export default Search;
