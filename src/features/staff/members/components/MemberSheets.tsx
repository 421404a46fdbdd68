import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { StaffMember } from '../../../../../server/contract/staffMembers';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { Notice } from '../../../../components/Notice';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { SummaryList } from '../../../../components/SummaryList';
import { DateField } from '../../components/DateField';
import { SelectField } from '../../components/SelectField';
import { useConfirmations } from '../../confirmation/ConfirmationContext';
import type { MemberStore } from '../MemberStore';
import { RolesEditor } from './RolesEditor';

export const Failure = observer(({ store }: { store: MemberStore }) => {
  if (store.failure === null) return null;
  const { title, nextAction } = errorText(store.failure);
  return <Notice text={`${title}，${nextAction}`} isFailure />;
});

const nameWithPosition = ({ id, name, position }: { id: string; name: string; position: string | null }) => ({ id, name: position === null ? name : `${name}（${position}）` });

const Roles = observer(({ store, member }: { store: MemberStore; member: StaffMember }) => {
  const { withConfirmation } = useConfirmations();
  return (
    <>
      <Heading level={2}>改动职责</Heading>
      <RolesEditor store={store.roles} departments={store.departments} held={member.roles} />
      <Failure store={store} />
      <ActionButton label={store.isBusy ? '正在保存' : '保存职责'} isBusy={store.isBusy} onPress={() => void store.changeRoles(withConfirmation)} />
    </>
  );
});

const Reinstating = observer(({ store }: { store: MemberStore }) => {
  const { withConfirmation } = useConfirmations();
  return (
    <>
      <Heading level={2}>恢复上岗</Heading>
      <View className="paragraph">重新定好职责，再发一份新邀请，本人接受后上岗。</View>
      <RolesEditor store={store.roles} departments={store.departments} />
      <Failure store={store} />
      <ActionButton label={store.isBusy ? '正在办理' : '发出新邀请'} isBusy={store.isBusy} onPress={() => void store.reinstate(withConfirmation)} />
    </>
  );
});

/** What is handed over, of each kind how many, and to whom. */
const Leaving = observer(({ store, member }: { store: MemberStore; member: StaffMember }) => {
  const { withConfirmation } = useConfirmations();
  const { handOver } = store;
  if (handOver === null) return store.failure === null ? <SkeletonRows count={3} /> : <Failure store={store} />;
  const isNeeded = handOver.owned.length > 0;
  return (
    <>
      <Heading level={2}>{member.name}离岗</Heading>
      <View className="paragraph">停用后立刻不能再办事，所有设备退出登录，没有接受的邀请作废。以后可以恢复。</View>
      {isNeeded ? (
        <SummaryList layout="rows" items={handOver.owned.map(({ name, count }) => ({ term: name, value: `${count} 件没办完，交给接手人` }))} />
      ) : (
        <View className="hint">名下没有没办完的事。</View>
      )}
      {isNeeded ? (
        <SelectField
          label="交给谁"
          options={handOver.successors.map(nameWithPosition)}
          chosenId={store.successorId}
          onChoose={store.chooseSuccessor}
          none="请选择"
          hint={handOver.successors.length === 0 ? '同一部门和上级部门没有在岗的人可以接手，请先邀请一位。' : '同一部门或上级部门在岗的人'}
        />
      ) : null}
      <Failure store={store} />
      <ActionButton look="danger" label={store.isBusy ? '正在停用' : isNeeded ? '移交并停用' : '停用'} isBusy={store.isBusy} onPress={() => void store.leave(withConfirmation)} />
    </>
  );
});

const NamingStandIn = observer(({ store, member }: { store: MemberStore; member: StaffMember }) => {
  const { colleagues } = store;
  if (colleagues === null) return store.failure === null ? <SkeletonRows count={3} /> : <Failure store={store} />;
  const isComplete = store.colleagueId !== null && store.from !== '' && store.to !== '';
  return (
    <>
      <Heading level={2}>{member.name}不在时由谁代</Heading>
      <View className="paragraph">这几天里，代班人除了自己的职责，也有{member.name}的职责；办的事记在代班人名下。不能审核自己或被代人写的内容。</View>
      <SelectField
        label="代班人"
        options={colleagues.map(nameWithPosition)}
        chosenId={store.colleagueId}
        onChoose={store.chooseColleague}
        none="请选择"
        hint={colleagues.length === 0 ? '同一部门和上级部门没有别的在岗的人。' : '同一部门或上级部门在岗的人'}
      />
      <DateField label="从哪天起" value={store.from} onChange={(day) => store.setPeriod('from', day)} />
      <DateField label="到哪天为止（含当天）" value={store.to} onChange={(day) => store.setPeriod('to', day)} />
      <Failure store={store} />
      {isComplete ? null : <View className="hint">选好代班人和起止日期后才能保存。</View>}
      <ActionButton label={store.isBusy ? '正在保存' : '定下代班人'} isBusy={store.isBusy} onPress={() => void store.nameStandIn()} />
    </>
  );
});

/** What is being done about the member, in place of the buttons that led here. */
export const MemberSheetView = observer(({ store, member }: { store: MemberStore; member: StaffMember }) => {
  const { sheet } = store;
  if (sheet === null) return null;
  const sheets = {
    roles: <Roles store={store} member={member} />,
    leaving: <Leaving store={store} member={member} />,
    stand_in: <NamingStandIn store={store} member={member} />,
    reinstating: <Reinstating store={store} />,
  };
  return (
    <View className="section button-stack">
      {sheets[sheet]}
      <ActionButton look="plain" label="不办了" onPress={store.close} />
    </View>
  );
});
