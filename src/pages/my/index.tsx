import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState } from 'react';
import type { UnreadCount } from '../../../server/contract/inbox';
import { toApiError } from '../../api/ApiError';
import { errorText } from '../../api/errorMessages';
import { ActionButton } from '../../components/ActionButton';
import { Heading } from '../../components/Heading';
import { Icon, type IconName } from '../../components/Icon';
import { LinkTo } from '../../components/LinkTo';
import { List, ListItem } from '../../components/List';
import { Page } from '../../components/Page';
import { PhoneLink } from '../../components/PhoneLink';
import { Tappable } from '../../components/Tappable';
import { paths } from '../../paths';
import { useStores } from '../../stores/StoreContext';

const MenuRow = ({ to, name, note, icon }: { to: string; name: string; note?: string; icon: IconName }) => (
  <ListItem>
    <LinkTo to={to} label={name} className="row has-chevron is-inline">
      <Icon name={icon} />
      <View className="row-name">{name}</View>
      {note === undefined ? null : <View className="hint">{note}</View>}
    </LinkTo>
  </ListItem>
);

/** Asks anew whenever the page is shown; without an answer the row stands without a number. */
const InboxRow = observer(() => {
  const { client, session } = useStores();
  const [unread, setUnread] = useState('0');
  const { isSignedIn } = session;
  const ask = useCallback(() => {
    if (isSignedIn) client.request<UnreadCount>({ path: '/inbox/unread-count' }).then(({ label }) => setUnread(label)).catch(() => undefined);
  }, [client, isSignedIn]);
  useDidShow(ask);
  // Who signs in on this page does not have it shown again.
  useEffect(ask, [ask]);
  return <MenuRow to={paths.inbox} name="我的消息" icon="bell" {...(isSignedIn && unread !== '0' ? { note: `${unread} 条未读` } : {})} />;
});

const Account = observer(() => {
  const { session, favourites, favouriteAnnouncements } = useStores();
  const [failure, setFailure] = useState<string | null>(null);
  const signIn = () => {
    setFailure(null);
    session.perform({ path: paths.my, act: 'sign-in' }, () => Promise.resolve()).catch((error: unknown) => {
      const text = errorText(toApiError(error));
      setFailure(`${text.title}，${text.nextAction}`);
    });
  };
  const signOut = () => {
    favourites.clear();
    favouriteAnnouncements.clear();
    void session.signOut();
  };
  return (
    <View className="section button-stack">
      <Heading level={2}>{session.isSignedIn ? '已登录' : '未登录'}</Heading>
      <View className="paragraph">{session.isSignedIn ? '您的收藏在换手机后仍然可以看到。' : '不登录也可以查看全部办事指南。登录后可以收藏，换手机后仍然可以看到。'}</View>
      {failure === null ? null : <View className="field-error">{failure}</View>}
      {session.isSignedIn ? <ActionButton look="secondary" label="退出登录" onPress={signOut} /> : <ActionButton label="微信登录" onPress={signIn} />}
    </View>
  );
});

const My = observer(() => {
  const { session, site, display } = useStores();
  useEffect(() => {
    void site.refreshQuietly();
  }, [site]);
  const phone = session.citizen?.maskedPhoneNumber;
  return (
    <Page title="我的" tab={paths.my}>
      <Account />
      <View className="section">
        <List>
          {site.has('favourites') ? <MenuRow to={paths.favourites} name="我的收藏" icon="star" /> : null}
          {site.has('phone_number') ? <MenuRow to={paths.phoneNumber} name="手机号" note={phone ?? '未绑定'} icon="smartphone" /> : null}
          <InboxRow />
          {session.citizen?.isStaff === true ? <MenuRow to={paths.workbench} name="工作台" icon="building-2" /> : null}
          <MenuRow to={paths.sessions} name="登录与账号" icon="user" />
          <MenuRow to={paths.privacyPolicy} name="隐私保护指引" icon="shield-check" />
          <MenuRow to={paths.help} name="帮助与反馈" icon="circle-question-mark" />
          <ListItem>
            <Tappable className="row is-inline" role="switch" label="长辈版，字更大" isChecked={display.isElder} onPress={display.toggleElder}>
              <Icon name="file-text" />
              <View className="row-name">长辈版，字更大</View>
              <View className={display.isElder ? 'switch is-on' : 'switch'} />
            </Tappable>
          </ListItem>
        </List>
      </View>
      {site.site === null ? null : (
        <View className="section">
          <PhoneLink name={`${site.site.areaName}政务服务热线`} phone={site.site.hotline} />
          <View className="hint">本服务由{site.site.operatorName}运营。</View>
        </View>
      )}
    </Page>
  );
});

export default My;
