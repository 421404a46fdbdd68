import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef, useState } from 'react';
import type { StaffMemberSummary } from '../../../../../server/contract/staffMembers';
import { ActionButton } from '../../../../components/ActionButton';
import { LinkTo } from '../../../../components/LinkTo';
import { ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { openPage } from '../../../../platform/navigation';
import { useStores } from '../../../../stores/StoreContext';
import { SelectField } from '../../components/SelectField';
import { StaffOnly } from '../../components/StaffOnly';
import { MemberDetail } from '../../members/components/MemberDetail';
import { roleOptions, statusLabels, statusOptions } from '../../members/memberLabels';
import { membersApi } from '../../members/membersApi';
import { MembersStore } from '../../members/MembersStore';
import { rolesOf } from '../../staffLabels';
import { useIsWide } from '../../useIsWide';
import '../../filters.scss';

const Filters = observer(({ store }: { store: MembersStore }) => (
  <View className="section button-stack">
    <ActionButton label="邀请工作人员" onPress={() => openPage(paths.staffInvite)} />
    <View className="staff-filters">
      <TextField label="姓名" kind="search" value={store.filter.name} onInput={store.type} onSubmit={store.load} maxLength={50} />
      <SelectField label="部门" options={store.departments} chosenId={store.filter.departmentId} onChoose={(departmentId) => store.narrow({ departmentId })} none="全部" />
      <SelectField label="状态" options={statusOptions} chosenId={store.filter.status} onChoose={(status) => store.narrow({ status })} none="全部" />
      <SelectField label="职责" options={roleOptions} chosenId={store.filter.role} onChoose={(role) => store.narrow({ role })} none="全部" />
    </View>
    <ActionButton look="secondary" label="查找" onPress={store.load} />
  </View>
));

const MemberRow = observer(({ member, store, isBesidePane }: { member: StaffMemberSummary; store: MembersStore; isBesidePane: boolean }) => {
  const name = member.position === null ? member.name : `${member.name}，${member.position}`;
  const note = [member.status === 'active' ? null : statusLabels[member.status], ...rolesOf(member.roles)].filter((part) => part !== null).join('；');
  const content = (
    <>
      <View className="row-name">{name}</View>
      <View className="hint">{note}</View>
    </>
  );
  const isOpen = store.openId === member.id;
  return (
    <ListItem>
      {isBesidePane ? (
        <Tappable className={`row has-chevron ${isOpen ? 'is-current' : ''}`} label={`${name}，${note}`} isPressed={isOpen} onPress={() => store.open(member.id)}>
          {content}
        </Tappable>
      ) : (
        <LinkTo to={paths.staffMember(member.id)} label={`${name}，${note}`} className="row has-chevron">
          {content}
        </LinkTo>
      )}
    </ListItem>
  );
});

/** The chosen member beside the list, in a wide browser window; the keyboard goes along. */
const MemberPane = observer(({ store }: { store: MembersStore }) => {
  const pane = useRef<HTMLElement>(null);
  const { openId } = store;
  useEffect(() => {
    if (openId !== null) pane.current?.focus({ preventScroll: true });
  }, [openId]);
  return (
    <section ref={pane} className="pane" aria-label="选中的工作人员" tabIndex={0}>
      {openId === null ? <div className="section hint">在名单里选一位，内容显示在这里。</div> : <MemberDetail key={openId} memberId={openId} />}
    </section>
  );
});

const Members = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new MembersStore(membersApi(client)));
  const isWide = useIsWide();
  useEffect(() => void store.loadDepartments(), [store]);
  useEffect(() => store.load(), [store]);
  // Coming back from a member's page, the list may say something else; the first time it is asked for anyway.
  const isFirst = useRef(true);
  useDidShow(() => {
    if (!isFirst.current) store.load();
    isFirst.current = false;
  });
  useReachBottom(() => void store.list.loadMore());
  const list = (
    <PagedList
      store={store.list}
      count={(label) => `共 ${label} 位，最近邀请的在前`}
      row={(member) => <MemberRow key={member.id} member={member} store={store} isBesidePane={isWide} />}
      empty={<ResultPanel icon="user" title={store.isFiltered ? '没有符合条件的工作人员' : '还没有工作人员'} body={store.isFiltered ? '请换个条件再找。' : '请先邀请一位。'} />}
      onRetry={store.load}
    />
  );
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <>
        <Filters store={store} />
        {list}
      </>
    );
  }
  return (
    <>
      <Filters store={store} />
      <div className={isWide ? 'panes' : ''}>
        <div className="pane-list">{list}</div>
        {isWide ? <MemberPane store={store} /> : null}
      </div>
    </>
  );
});

const MembersPage = observer(() => (
  <Page title="工作人员名单" isWide>
    <StaffOnly path={paths.staffMembers}>
      <Members />
    </StaffOnly>
  </Page>
));

export default MembersPage;
