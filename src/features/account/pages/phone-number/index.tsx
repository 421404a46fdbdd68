import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { ErrorSummary } from '../../../../components/ErrorSummary';
import { Heading } from '../../../../components/Heading';
import { Page } from '../../../../components/Page';
import { SignInFirst } from '../../../../components/SignInFirst';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { accountApi } from '../../accountApi';
import { PhoneCodeForm } from '../../components/PhoneCodeForm';
import { WeChatPhoneButton } from '../../components/WeChatPhoneButton';
import { PhoneNumberStore } from '../../PhoneNumberStore';

const PhoneNumber = observer(({ store }: { store: PhoneNumberStore }) => {
  const { session } = useStores();
  const [isChanging, setChanging] = useState(false);
  const bound = session.citizen?.maskedPhoneNumber ?? null;
  return (
    <>
      <ErrorSummary problems={store.problems} />
      <View className="section button-stack">
        <Heading level={2}>{bound === null ? '还没有绑定手机号' : `已绑定 ${bound}`}</Heading>
        <View className="paragraph">手机号只用来通知您办事进度、在需要时回电，可以随时解绑。</View>
        {bound === null || isChanging ? null : (
          <>
            <ActionButton look="secondary" label="更换手机号" onPress={() => setChanging(true)} />
            <ActionButton look="danger" label="解绑手机号" isBusy={store.isBusy} onPress={() => void store.remove()} />
          </>
        )}
      </View>
      {bound !== null && !isChanging ? null : process.env.TARO_ENV === 'h5' ? (
        <PhoneCodeForm store={store} onBound={() => setChanging(false)} />
      ) : (
        <WeChatPhoneButton store={store} onBound={() => setChanging(false)} />
      )}
    </>
  );
});

const PhoneNumberPage = observer(() => {
  const { client, session, now } = useStores();
  const [store] = useState(() => new PhoneNumberStore(accountApi(client), now, session.updateCitizen));
  return (
    <Page title="手机号">
      <SignInFirst path={paths.phoneNumber} reason="登录后可以绑定或解绑手机号。">
        <PhoneNumber store={store} />
      </SignInFirst>
    </Page>
  );
});

export default PhoneNumberPage;
