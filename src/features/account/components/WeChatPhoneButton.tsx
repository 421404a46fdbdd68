import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ActionButton } from '../../../components/ActionButton';
import { agreeButtonId } from '../../../components/agreeButtonId';
import type { PhoneNumberStore } from '../PhoneNumberStore';

/** In the mini-program WeChat vouches for the number; it comes only from a press on its own button. */
export const WeChatPhoneButton = observer(({ store, onBound }: { store: PhoneNumberStore; onBound: () => void }) => {
  const [isRefused, setRefused] = useState(false);
  const receive = (code: string | undefined) => {
    setRefused(!code);
    if (!code) return;
    void store.bindWithWeChat(code).then((isBound) => {
      if (isBound) onBound();
    });
  };
  return (
    <View className="section button-stack">
      {isRefused ? <View className="paragraph">没有取得手机号。您可以再点一次并选择允许，也可以不绑定，照常使用其他服务。</View> : null}
      <ActionButton
        label="用微信手机号绑定"
        isBusy={store.isBusy}
        weChat={{ id: `${agreeButtonId}-phone`, openType: 'getPhoneNumber|agreePrivacyAuthorization', onGetPhoneNumber: (event) => receive(event.detail.code) }}
      />
    </View>
  );
});
