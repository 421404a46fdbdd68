import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CurrentStaffMember } from '../../../../../server/contract/staff';
import { toApiError } from '../../../../api/ApiError';
import { staffApi } from '../../../../api/staffApi';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { List, ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { FailurePanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { paths } from '../../../../paths';
import { failed, loading, ready, type LoadState } from '../../../../stores/LoadState';
import { useStores } from '../../../../stores/StoreContext';
import { StaffOnly } from '../../components/StaffOnly';
import { areas, rolesOf } from '../../staffLabels';
import { useIsWide } from '../../useIsWide';

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

const Member = ({ member }: { member: CurrentStaffMember }) => (
  <>
    <View className="section">
      <Heading level={2}>{member.position === null ? member.name : `${member.name}，${member.position}`}</Heading>
      {rolesOf(member.roles).map((role) => (
        <View key={role} className="hint">
          {role}
        </View>
      ))}
    </View>
    {useIsWide() ? null : <ToConfirming />}
    <View className="section">
      <Heading level={2}>{member.openReports === 0 ? '没有等着您处理的事' : `等着您处理：${member.openReports} 条反馈`}</Heading>
      <List>
        {member.areas.map((area) => {
          const { name, note, path } = areas[area];
          return (
            <ListItem key={area}>
              <LinkTo to={path} label={name} className="row has-chevron">
                <View className="row-name">{name}</View>
                <View className="hint">{area === 'reports' && member.openReports > 0 ? `${member.openReports} 条待处理` : note}</View>
              </LinkTo>
            </ListItem>
          );
        })}
      </List>
    </View>
  </>
);

const Workbench = () => {
  const { client } = useStores();
  const [api] = useState(() => staffApi(client));
  const [state, setState] = useState<LoadState<CurrentStaffMember>>(loading);
  const isAsking = useRef(false);
  const load = useCallback(() => {
    if (isAsking.current) return;
    isAsking.current = true;
    api
      .readCurrentMember()
      .then((member) => setState(ready(member)))
      .catch((error: unknown) => setState(failed(toApiError(error))))
      .finally(() => {
        isAsking.current = false;
      });
  }, [api]);
  // Whoever signs in on this page comes here after it was shown.
  useEffect(load, [load]);
  // Coming back from a list, fewer may wait.
  useDidShow(load);
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={4} />
        </View>
      );
    case 'failed':
      return <FailurePanel error={state.error} onRetry={load} />;
    case 'ready':
      return <Member member={state.value} />;
  }
};

const WorkbenchPage = observer(() => (
  <Page title="工作台">
    <StaffOnly path={paths.workbench}>
      <Workbench />
    </StaffOnly>
  </Page>
));

export default WorkbenchPage;
