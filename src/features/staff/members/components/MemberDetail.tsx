import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { MemberAction, StaffMember } from '../../../../../server/contract/staffMembers';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { Notice } from '../../../../components/Notice';
import { SummaryList } from '../../../../components/SummaryList';
import { newUuid } from '../../../../platform/newUuid';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { NotReady } from '../../components/NotReady';
import { rolesOf } from '../../staffLabels';
import { MemberStore } from '../MemberStore';
import { standInText, statusLabels } from '../memberLabels';
import { membersApi } from '../membersApi';
import { InvitationLink } from './InvitationLink';
import { Failure, MemberSheetView } from './MemberSheets';

const Facts = ({ member }: { member: StaffMember }) => {
  const { now } = useStores();
  return (
    <SummaryList
      layout="rows"
      items={[
        { term: '状态', value: statusLabels[member.status], note: member.status === 'active' && !member.hasAccount ? '本人注销了账号，请办离岗' : undefined },
        ...(member.position === null ? [] : [{ term: '职务', value: member.position }]),
        { term: '职责', value: rolesOf(member.roles).join('、') || '没有' },
        { term: '手机号', value: member.maskedPhoneNumber },
        ...(member.status !== 'invited' ? [] : [{ term: '邀请', value: member.invitationExpiresAt === null ? '已经过期，请重发' : `${dateAndTime(member.invitationExpiresAt, now())}前有效` }]),
        ...(member.suspendedAt === null ? [] : [{ term: '停用时间', value: dateAndTime(member.suspendedAt, now()) }]),
      ]}
    />
  );
};

const StandIns = observer(({ store, member }: { store: MemberStore; member: StaffMember }) => {
  if (member.standIns.length === 0) return null;
  const mayEnd = member.allowedActions.includes('name_stand_in');
  return (
    <View className="button-stack">
      {member.standIns.map((absence) => (
        <View key={absence.id}>
          <View className="paragraph">{standInText(absence, member.id)}</View>
          {mayEnd && absence.absent.id === member.id ? <ActionButton look="plain" label={absence.isNow ? '提前结束代班' : '取消这次代班'} isBusy={store.isBusy} onPress={() => void store.endStandIn(member.id, absence.id)} /> : null}
        </View>
      ))}
    </View>
  );
});

const Actions = observer(({ store, member }: { store: MemberStore; member: StaffMember }) => {
  const buttons: Record<MemberAction, { label: string; press: () => void; look: 'secondary' | 'danger' }> = {
    change_roles: { label: '改动职责', press: () => void store.open('roles'), look: 'secondary' },
    name_stand_in: { label: '指定代班人', press: () => void store.open('stand_in'), look: 'secondary' },
    renew_invitation: { label: '重发邀请', press: () => void store.renewInvitation(), look: 'secondary' },
    cancel_invitation: { label: '撤回邀请', press: () => void store.cancelInvitation(), look: 'danger' },
    reinstate: { label: '恢复上岗', press: () => void store.open('reinstating'), look: 'secondary' },
    suspend: { label: '离岗', press: () => void store.open('leaving'), look: 'danger' },
  };
  const order: readonly MemberAction[] = ['change_roles', 'name_stand_in', 'renew_invitation', 'reinstate', 'cancel_invitation', 'suspend'];
  return (
    <View className="section button-stack">
      <StandIns store={store} member={member} />
      <Failure store={store} />
      {order
        .filter((action) => member.allowedActions.includes(action))
        .map((action) => (
          <ActionButton key={action} look={buttons[action].look} label={buttons[action].label} isBusy={store.isBusy} onPress={buttons[action].press} />
        ))}
    </View>
  );
});

/** One member with everything that can be done about them; beside the list, or on a page of its own. */
export const MemberDetail = observer(({ memberId }: { memberId: string }) => {
  const { client } = useStores();
  const [store] = useState(() => new MemberStore(memberId, membersApi(client), newUuid));
  useEffect(() => void store.load(), [store]);
  const { state } = store;
  if (state.status !== 'ready') return <NotReady state={state} rows={6} onRetry={() => void store.load()} />;
  const member = state.value;
  return (
    <>
      <View className="section">
        <Heading level={2}>{member.name}</Heading>
        <Facts member={member} />
        {store.done === null ? null : <Notice text={store.done} isFailure={false} />}
      </View>
      {store.invitation === null ? null : <InvitationLink invitation={store.invitation} name={member.name} />}
      {store.sheet === null ? <Actions store={store} member={member} /> : <MemberSheetView store={store} member={member} />}
    </>
  );
});
