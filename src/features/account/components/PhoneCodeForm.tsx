import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { ActionButton } from '../../../components/ActionButton';
import { TextField } from '../../../components/TextField';
import { codeAnchor, phoneNumberAnchor, type PhoneNumberStore } from '../PhoneNumberStore';

const oneSecond = 1000;

const sendLabel = ({ secondsToResend, sentTo }: PhoneNumberStore): string =>
  secondsToResend > 0 ? `${secondsToResend} 秒后可重新获取` : sentTo === null ? '获取验证码' : '重新获取验证码';

/** In the browser a number is proved by a code sent to it. */
export const PhoneCodeForm = observer(({ store, onBound }: { store: PhoneNumberStore; onBound: () => void }) => {
  useEffect(() => {
    const timer = setInterval(store.tick, oneSecond);
    return () => clearInterval(timer);
  }, [store]);
  const bind = () => {
    void store.bindWithCode().then((isBound) => {
      if (isBound) onBound();
    });
  };
  return (
    <View className="section button-stack">
      <TextField
        label="手机号"
        kind="number"
        maxLength={11}
        autoComplete="tel-national"
        anchor={phoneNumberAnchor}
        value={store.phoneNumber}
        onInput={store.typePhoneNumber}
        onSubmit={() => void store.sendCode()}
        error={store.problemAt(phoneNumberAnchor)}
      />
      <ActionButton look="secondary" label={sendLabel(store)} isBusy={store.isBusy || store.secondsToResend > 0} onPress={() => void store.sendCode()} />
      {store.sentTo === null ? null : <View className="notice">验证码已发到 {store.sentTo}，请查看短信。</View>}
      <TextField
        label="验证码"
        hint="短信里的 6 位数字"
        kind="number"
        maxLength={6}
        autoComplete="one-time-code"
        anchor={codeAnchor}
        value={store.code}
        onInput={store.typeCode}
        onSubmit={bind}
        error={store.problemAt(codeAnchor)}
      />
      <ActionButton label="绑定手机号" isBusy={store.isBusy} onPress={bind} />
    </View>
  );
});
