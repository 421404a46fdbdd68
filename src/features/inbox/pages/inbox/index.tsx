import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { LinkTo } from '../../../../components/LinkTo';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { SignInFirst } from '../../../../components/SignInFirst';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { NoticeRow } from '../../components/NoticeRow';
import { inboxApi } from '../../inboxApi';
import { InboxStore } from '../../InboxStore';

const ReadAll = observer(({ store }: { store: InboxStore }) => {
  const { failure } = store;
  return (
    <View>
      {failure === null ? null : <Notice text={`${errorText(failure).title}，${errorText(failure).nextAction}`} isFailure />}
      {store.hasUnread ? (
        <View className="section">
          <ActionButton look="secondary" label="全部标为已读" isBusy={store.isBusy} onPress={() => void store.readAll()} />
        </View>
      ) : null}
    </View>
  );
});

const Inbox = observer(() => {
  const { client, session } = useStores();
  const [store] = useState(() => new InboxStore(inboxApi(client)));
  const { isSignedIn } = session;
  useEffect(() => {
    if (isSignedIn) store.load();
  }, [isSignedIn, store]);
  // Back from a page that a notice led to: others may have come.
  useDidShow(() => {
    if (isSignedIn && store.list.state.status === 'ready') store.load();
  });
  useReachBottom(() => void store.list.loadMore());
  return (
    <Page title="我的消息">
      <SignInFirst path={paths.inbox} reason="登录后可以看到给您的消息。">
        <ReadAll store={store} />
        <PagedList
          store={store.list}
          count={(label) => `共 ${label} 条，保留半年`}
          row={(notice) => <NoticeRow key={notice.id} notice={notice} store={store} />}
          empty={
            <ResultPanel icon="bell" title="还没有消息" body="您关注的部门或主题有新内容时，会出现在这里。不关注也不影响办事。">
              <LinkTo to={paths.follows} label="我的关注" className="text-link">
                我的关注
              </LinkTo>
            </ResultPanel>
          }
          end={
            <LinkTo to={paths.follows} label="我的关注：选择想收到哪些消息" className="text-link">
              我的关注：选择想收到哪些消息
            </LinkTo>
          }
          onRetry={store.load}
        />
      </SignInFirst>
    </Page>
  );
});

export default Inbox;
