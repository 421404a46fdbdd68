import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { StaffInvitation } from '../../../../../server/contract/staff';
import { errorText } from '../../../../api/errorMessages';
import { staffApi } from '../../../../api/staffApi';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { SummaryList } from '../../../../components/SummaryList';
import { paths } from '../../../../paths';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { InvitationStore } from '../../InvitationStore';
import { rolesOf } from '../../staffLabels';

const ToWorkbench = () => (
  <LinkTo to={paths.workbench} label="打开工作台" className="text-link">
    打开工作台
  </LinkTo>
);

/** What stands in the way, and the way round it. */
const Refusal = observer(({ store }: { store: InvitationStore }) => {
  const { refusal } = store;
  if (refusal === null) return null;
  const { title, nextAction } = errorText(refusal);
  const canBind = refusal.code === 'phone_number_required' || refusal.code === 'phone_number_mismatch';
  return (
    <>
      <Notice text={`${title}，${nextAction}`} isFailure />
      {canBind ? (
        <LinkTo to={paths.phoneNumber} label="去绑定手机号" className="text-link">
          去绑定手机号
        </LinkTo>
      ) : null}
      {refusal.code === 'already_staff' ? <ToWorkbench /> : null}
    </>
  );
});

const Offer = observer(({ store, invitation }: { store: InvitationStore; invitation: StaffInvitation }) => {
  const { session, now } = useStores();
  const accept = () => void session.perform({ path: paths.staffInvitation(store.token), act: 'accept-invitation' }, store.accept).catch(() => undefined);
  return (
    <View className="section button-stack">
      <Heading level={2}>{invitation.name}，请您来做工作人员</Heading>
      <SummaryList
        layout="rows"
        items={[
          ...(invitation.position === null ? [] : [{ term: '职务', value: invitation.position }]),
          { term: '职责', value: rolesOf(invitation.roles).join('、') },
          { term: '受邀手机号', value: invitation.maskedPhoneNumber, note: '要用绑定了这个手机号的微信接受' },
          { term: '有效期到', value: dateAndTime(invitation.expiresAt, now()) },
        ]}
      />
      <ActionButton label={store.isBusy ? '正在接受' : '接受邀请'} isBusy={store.isBusy} onPress={accept} />
      <Refusal store={store} />
    </View>
  );
});

const Invitation = observer(({ store }: { store: InvitationStore }) => {
  const { session } = useStores();
  const { state } = store;
  if (store.isAccepted) {
    return (
      <ResultPanel icon="circle-check" title="您已是工作人员" body="以后在“我的”里打开“工作台”。">
        <ToWorkbench />
      </ResultPanel>
    );
  }
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={4} />
        </View>
      );
    case 'failed': {
      if (state.error.code !== 'invitation_not_found' && state.error.code !== 'request_invalid') return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
      return (
        <ResultPanel icon="user" title="这份邀请不能用了" body="它可能已经用过或过期，请联系管理员重新邀请。">
          {session.citizen?.isStaff === true ? <ToWorkbench /> : null}
        </ResultPanel>
      );
    }
    case 'ready':
      return <Offer store={store} invitation={state.value} />;
  }
});

const InvitationPage = observer(() => {
  const { client, session } = useStores();
  const { token } = useRouter().params;
  const [store] = useState(() => new InvitationStore(pageParameter(token), staffApi(client), session));
  const { resumedAct } = session;
  useEffect(() => {
    void store.load();
  }, [store]);
  useDidShow(store.forgetRefusal);
  // Back from signing in on another page: the press that led there is carried out now.
  useEffect(() => {
    if (resumedAct === 'accept-invitation' && session.takeUp('accept-invitation')) void store.accept().catch(() => undefined);
  }, [resumedAct, session, store]);
  return (
    <Page title="工作人员邀请">
      <Invitation store={store} />
    </Page>
  );
});

export default InvitationPage;
