import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import { errorText } from '../api/errorMessages';
import type { PagedListStore } from '../stores/PagedListStore';
import { ActionButton } from './ActionButton';
import { List } from './List';
import { OfflineNote } from './OfflineNote';
import { FailurePanel } from './ResultPanel';
import { SkeletonRows } from './SkeletonRows';

interface PagedListProps<Item> {
  store: PagedListStore<Item>;
  /** Says how many there are, for example 共 23 项. */
  count: (label: string) => ReactNode;
  row: (item: Item) => ReactNode;
  empty: ReactNode;
  /** After the last row. */
  end?: ReactNode;
  onRetry: () => void;
}

const PagedListView = <Item,>({ store, count, row, empty, end, onRetry }: PagedListProps<Item>) => {
  const { state } = store;
  switch (state.status) {
    case 'idle':
      return null;
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={10} />
        </View>
      );
    case 'failed':
      return <FailurePanel error={state.error} onRetry={onRetry} />;
    case 'ready': {
      const { items, total } = state.value;
      if (items.length === 0) return <>{empty}</>;
      return (
        <View className="section">
          <OfflineNote savedAt={state.savedAt} onRetry={onRetry} />
          <View className="hint" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
            {count(total.label)}
          </View>
          <List>{items.map(row)}</List>
          {/* A place of its own: Taro sends all children of a node again, here every row, when one of them goes. */}
          <View>
            {store.moreError === null ? null : <View className="field-error">{errorText(store.moreError).title}</View>}
            {store.hasMore ? (
              <ActionButton look="plain" label={store.isLoadingMore ? '正在加载' : store.moreError === null ? '再看 20 项' : '重试'} isBusy={store.isLoadingMore} onPress={() => void store.loadMore()} />
            ) : null}
            {end}
          </View>
        </View>
      );
    }
  }
};

/** Rows that come page by page, with every state a list can be in. */
export const PagedList = observer(PagedListView) as typeof PagedListView;
