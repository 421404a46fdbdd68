import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { SearchWithoutResult } from '../../../../../server/contract/staff';
import { ChoiceGroup } from '../../../../components/ChoiceGroup';
import { LinkTo } from '../../../../components/LinkTo';
import { List, ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { plainDate } from '../../../../text/dates';
import { Failure } from '../../components/Failure';
import { StaffOnly } from '../../components/StaffOnly';
import { searchesApi, type SearchStatus } from '../../searches/searchesApi';
import { SearchesStore } from '../../searches/SearchesStore';
import { useLoadedStore } from '../../useLoad';

const statuses: readonly { id: SearchStatus; name: string }[] = [
  { id: 'open', name: '待处理' },
  { id: 'dealt_with', name: '已处理' },
];

const Row = observer(({ item: { query, times, lastOn }, store }: { item: SearchWithoutResult; store: SearchesStore }) => {
  const turn = store.busyWith === query ? '正在处理' : store.status === 'open' ? '标为已处理' : '放回待处理';
  return (
    <ListItem>
      <View className="row">
        <View className="row-name">{query}</View>
        <View className="hint">
          {times} 次，最近一次{plainDate(lastOn)}
        </View>
        <View>
          <LinkTo to={paths.staffSynonymFor(query)} label={`把${query}加进群众说法`} className="text-link">
            加进群众说法
          </LinkTo>
          <Tappable className="text-link" label={`${turn}：${query}`} onPress={() => void store.turn(query)}>
            {turn}
          </Tappable>
        </View>
      </View>
    </ListItem>
  );
});

const Found = observer(({ store }: { store: SearchesStore }) => {
  const { state } = store;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return <SkeletonRows count={8} />;
    case 'failed':
      return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
    case 'ready': {
      const { items, since } = state.value;
      if (items.length === 0) return <ResultPanel icon="search" title={store.status === 'open' ? '群众搜的都有结果' : '还没有处理过的'} body={`从${plainDate(since)}算起。`} />;
      return (
        <>
          <View className="hint">从{plainDate(since)}算起，次数多的在前。只记说法，不记是谁搜的；其中的号码已经去掉。标为已处理后，以后又有人搜不到，会再列出来。</View>
          <Failure error={store.failure} />
          <List>
            {items.map((item) => (
              <Row key={item.query} item={item} store={store} />
            ))}
          </List>
        </>
      );
    }
  }
});

const Searches = observer(() => {
  const { client } = useStores();
  const store = useLoadedStore(() => new SearchesStore(searchesApi(client)));
  return (
    <View className="section">
      <ChoiceGroup label="看哪些" options={statuses} chosenId={store.status} onChoose={store.show} anchor="search-status" />
      <Found store={store} />
    </View>
  );
});

const SearchesPage = observer(() => (
  <Page title="没有搜到的说法">
    <StaffOnly path={paths.staffSearches}>
      <Searches />
    </StaffOnly>
  </Page>
));

export default SearchesPage;
