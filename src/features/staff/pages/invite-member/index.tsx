import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { newUuid } from '../../../../platform/newUuid';
import { useStores } from '../../../../stores/StoreContext';
import { StaffOnly } from '../../components/StaffOnly';
import { useConfirmations } from '../../confirmation/ConfirmationContext';
import { InvitationLink } from '../../members/components/InvitationLink';
import { RolesEditor } from '../../members/components/RolesEditor';
import { InviteStore } from '../../members/InviteStore';
import { membersApi } from '../../members/membersApi';

const Form = observer(({ store }: { store: InviteStore }) => {
  const { withConfirmation } = useConfirmations();
  const { problems, failure } = store;
  const text = failure === null ? null : errorText(failure);
  return (
    <View className="section button-stack">
      <TextField label="姓名" value={store.name} onInput={(value) => store.type('name', value)} maxLength={50} error={problems.name} />
      <TextField
        label="手机号"
        hint="只有绑定了这个手机号的微信能接受邀请"
        kind="number"
        value={store.phoneNumber}
        onInput={(value) => store.type('phoneNumber', value)}
        maxLength={11}
        error={problems.phoneNumber}
      />
      <TextField label="职务（选填）" value={store.position} onInput={(value) => store.type('position', value)} maxLength={50} />
      <Heading level={2}>职责</Heading>
      <RolesEditor store={store.roles} departments={store.departments} error={problems.roles} />
      {text === null ? null : <Notice text={`${text.title}，${text.nextAction}`} isFailure />}
      <ActionButton label={store.isBusy ? '正在邀请' : '发出邀请'} isBusy={store.isBusy} onPress={() => void store.invite(withConfirmation)} />
    </View>
  );
});

const Invite = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new InviteStore(membersApi(client), newUuid));
  useEffect(() => void store.loadDepartments(), [store]);
  const { invitation } = store;
  if (invitation === null) return <Form store={store} />;
  return (
    <>
      <InvitationLink invitation={invitation} name={store.name.trim()} />
      <View className="section">
        <LinkTo to={paths.staffMember(invitation.memberId)} label="看这位工作人员" className="text-link">
          看这位工作人员
        </LinkTo>
      </View>
    </>
  );
});

const InviteMemberPage = observer(() => (
  <Page title="邀请工作人员">
    <StaffOnly path={paths.staffInvite}>
      <Invite />
    </StaffOnly>
  </Page>
));

export default InviteMemberPage;
