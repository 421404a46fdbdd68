import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState } from 'react';
import type { SearchWithoutResultList } from '../../../../../server/contract/staff';
import { toApiError } from '../../../../api/ApiError';
import { staffApi } from '../../../../api/staffApi';
import { List, ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { paths } from '../../../../paths';
import { failed, loading, ready, type LoadState } from '../../../../stores/LoadState';
import { useStores } from '../../../../stores/StoreContext';
import { plainDate } from '../../../../text/dates';
import { StaffOnly } from '../../components/StaffOnly';

const Searches = () => {
  const { client } = useStores();
  const [api] = useState(() => staffApi(client));
  const [state, setState] = useState<LoadState<SearchWithoutResultList>>(loading);
  const load = useCallback(() => {
    api
      .listSearchesWithoutResult()
      .then((list) => setState(ready(list)))
      .catch((error: unknown) => setState(failed(toApiError(error))));
  }, [api]);
  useEffect(load, [load]);
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={8} />
        </View>
      );
    case 'failed':
      return <FailurePanel error={state.error} onRetry={load} />;
    case 'ready': {
      const { items, since } = state.value;
      if (items.length === 0) return <ResultPanel icon="search" title="群众搜的都有结果" body={`从${plainDate(since)}算起。`} />;
      return (
        <View className="section">
          <View className="hint">从{plainDate(since)}算起，次数多的在前。只记说法，不记是谁搜的；其中的号码已经去掉。可以补一份指南，或者把这个说法加进“群众说法”表。</View>
          <List>
            {items.map(({ query, times, lastOn }) => (
              <ListItem key={query}>
                <View className="row">
                  <View className="row-name">{query}</View>
                  <View className="hint">
                    {times} 次，最近一次{plainDate(lastOn)}
                  </View>
                </View>
              </ListItem>
            ))}
          </List>
        </View>
      );
    }
  }
};

const SearchesPage = observer(() => (
  <Page title="没有搜到的说法">
    <StaffOnly path={paths.staffSearches}>
      <Searches />
    </StaffOnly>
  </Page>
));

export default SearchesPage;
