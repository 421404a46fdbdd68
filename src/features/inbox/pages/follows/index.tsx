import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { LinkTo } from '../../../../components/LinkTo';
import { List, ListItem } from '../../../../components/List';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SignInFirst } from '../../../../components/SignInFirst';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { dateWithWeekday } from '../../../../text/dates';
import { FollowsStore, type Followed } from '../../FollowsStore';
import { inboxApi } from '../../inboxApi';

const FollowedRow = ({ followed, onStop }: { followed: Followed; onStop: () => void }) => {
  const { now } = useStores();
  const { by, value, name, followedAt } = followed;
  return (
    <ListItem>
      <View className="row is-inline">
        <View className="row-name">
          <LinkTo to={paths.guideList(by, value)} label={name} className="text-link">
            {name}
          </LinkTo>
          <View className="hint">{dateWithWeekday(followedAt, now())}关注</View>
        </View>
        <Tappable className="text-link" label={`不再关注${name}`} onPress={onStop}>
          不再关注
        </Tappable>
      </View>
    </ListItem>
  );
};

const Result = observer(({ store }: { store: FollowsStore }) => {
  const { failure, stopped } = store;
  if (failure !== null) return <Notice text={`${errorText(failure).title}，${errorText(failure).nextAction}`} isFailure />;
  return stopped === null ? null : <Notice text={`已不再关注${stopped}，不会再收到它的消息。`} isFailure={false} />;
});

const FollowedList = observer(({ store }: { store: FollowsStore }) => {
  const { state } = store;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={4} />
        </View>
      );
    case 'failed':
      return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
    case 'ready':
      if (state.value.length === 0) {
        return (
          <ResultPanel icon="bell" title="没有关注的部门和主题" body="打开一个部门或主题的办事指南列表，点“关注”，它发布公告或指南有变化时会告诉您。不关注也不影响办事。">
            <LinkTo to={paths.serviceGuides} label="全部主题和部门" className="text-link">
              全部主题和部门
            </LinkTo>
          </ResultPanel>
        );
      }
      return (
        <View className="section">
          <View className="hint">它们发布公告或指南有变化时，会在“我的消息”里告诉您。点“不再关注”就不会再收到。</View>
          <List>
            {state.value.map((followed) => (
              <FollowedRow key={`${followed.by}/${followed.value}`} followed={followed} onStop={() => void store.stop(followed)} />
            ))}
          </List>
        </View>
      );
  }
});

const Follows = observer(() => {
  const { client, session } = useStores();
  const [store] = useState(() => new FollowsStore(inboxApi(client)));
  const { isSignedIn } = session;
  useEffect(() => {
    if (isSignedIn) void store.load();
  }, [isSignedIn, store]);
  useDidShow(() => {
    if (isSignedIn && store.state.status === 'ready') void store.load();
  });
  return (
    <Page title="我的关注">
      <SignInFirst path={paths.follows} reason="登录后可以看到您关注的部门和主题。">
        <View>
          <Result store={store} />
        </View>
        <FollowedList store={store} />
      </SignInFirst>
    </Page>
  );
});

export default Follows;
