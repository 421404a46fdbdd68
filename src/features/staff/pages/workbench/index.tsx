import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { CurrentStaffMember } from '../../../../../server/contract/staff';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { List, ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { plainDate } from '../../../../text/dates';
import { AlarmSection } from '../../announcements/components/AlarmPanel';
import { NotReady } from '../../components/NotReady';
import { StaffOnly } from '../../components/StaffOnly';
import { WorkRow } from '../../components/WorkRow';
import { areas, rolesOf } from '../../staffLabels';
import { useIsWide } from '../../useIsWide';
import { workApi } from '../../workApi';
import { WorkbenchStore, type Workbench } from '../../WorkbenchStore';
import { totalsText, workHeading } from '../../workLabels';

/** On the phone: a computer confirms nothing. */
const ToConfirming = () => (
  <View className="section">
    <List>
      <ListItem>
        <LinkTo to={paths.confirm} label="扫码确认" className="row has-chevron">
          <View className="row-name">扫码确认</View>
          <View className="hint">在电脑上登录，或确认电脑上的操作</View>
        </LinkTo>
      </ListItem>
    </List>
  </View>
);

const Work = observer(({ store, work }: { store: WorkbenchStore; work: Workbench['work'] }) => {
  const totals = totalsText(work);
  return (
    <View className="section">
      <Heading level={2}>{workHeading(work)}</Heading>
      {totals === null ? null : <View className="hint">{totals}</View>}
      {work.items.length === 0 ? (
        <View className="hint">有新的事会出现在这里，最急的在最前面。</View>
      ) : (
        <List>
          {store.rows.map((item) => (
            <WorkRow key={`${item.kind}/${item.id}`} item={item} />
          ))}
        </List>
      )}
      {/* A place of its own: Taro sends all children of a node again, here every row, when one of them goes. */}
      <View>{store.hasMore ? <ActionButton look="plain" label="再看 20 件" onPress={store.showMore} /> : null}</View>
    </View>
  );
});

const Areas = ({ member, unread }: { member: CurrentStaffMember; unread: string }) => (
  <View className="section">
    <Heading level={2}>全部页面</Heading>
    <List>
      {member.areas.map((area) => {
        const { name, note, path } = areas[area];
        return (
          <ListItem key={area}>
            <LinkTo to={path} label={name} className="row has-chevron">
              <View className="row-name">{name}</View>
              <View className="hint">{note}</View>
            </LinkTo>
          </ListItem>
        );
      })}
      <ListItem>
        <LinkTo to={paths.inbox} label="我的消息" className="row has-chevron">
          <View className="row-name">我的消息</View>
          <View className="hint">{unread === '0' ? '没有未读的消息' : `${unread} 条未读`}</View>
        </LinkTo>
      </ListItem>
    </List>
  </View>
);

const Member = ({ member }: { member: CurrentStaffMember }) => (
  <View className="section">
    <Heading level={2}>{member.position === null ? member.name : `${member.name}，${member.position}`}</Heading>
    {rolesOf(member.roles).map((role) => (
      <View key={role} className="hint">
        {role}
      </View>
    ))}
    {member.standsInFor.map(({ name, until }) => (
      <View key={name} className="hint">{`代${name}值守，到${plainDate(until)}为止`}</View>
    ))}
    <LinkTo to={paths.staffMember(member.id)} label="我不在时由谁代" className="text-link">
      我不在时由谁代
    </LinkTo>
  </View>
);

/** What waits comes first; in a wide window the member's pages stand beside it. */
const Everything = observer(({ store, workbench }: { store: WorkbenchStore; workbench: Workbench }) => {
  const { member, work, unread } = workbench;
  const isWide = useIsWide();
  const rest = (
    <>
      {member.areas.includes('announcements') ? <AlarmSection /> : null}
      <Areas member={member} unread={unread} />
      <Member member={member} />
    </>
  );
  if (process.env.TARO_ENV !== 'h5' || !isWide) {
    return (
      <>
        <Work store={store} work={work} />
        <ToConfirming />
        {rest}
      </>
    );
  }
  return (
    <div className="panes is-wide-first">
      <div>
        <Work store={store} work={work} />
      </div>
      <div>{rest}</div>
    </div>
  );
});

const Desk = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new WorkbenchStore(workApi(client)));
  // Whoever signs in on this page comes here after it was shown.
  useEffect(() => void store.load(), [store]);
  // Coming back from a list, fewer may wait.
  useDidShow(() => void store.load());
  const { state } = store;
  if (state.status !== 'ready') return <NotReady state={state} rows={4} onRetry={() => void store.retry()} />;
  return <Everything store={store} workbench={state.value} />;
});

const WorkbenchPage = observer(() => (
  <Page title="工作台" isWide>
    <StaffOnly path={paths.workbench}>
      <Desk />
    </StaffOnly>
  </Page>
));

export default WorkbenchPage;
