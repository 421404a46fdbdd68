import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { paths } from '../paths';
import { useStores } from '../stores/StoreContext';
import { ActionButton } from './ActionButton';
import { agreeButtonId } from './agreeButtonId';
import { Heading } from './Heading';
import { LinkTo } from './LinkTo';
import { SheetFrame } from './SheetFrame';

const SheetContent = observer(() => {
  const { privacy, site } = useStores();
  const policy = site.site?.privacyPolicy;
  const isSignIn = privacy.reason === 'sign_in';
  const agree = isSignIn ? '同意并登录' : '同意';
  return (
    <>
      <Heading level={2}>隐私保护说明</Heading>
      <View className="paragraph">
        {isSignIn
          ? '登录会取得微信给您的身份编号，用来认出是您本人，保存您的收藏。不保存您的昵称和头像。'
          : '接下来的操作会用到您的个人信息，只用于您正在办的这件事。'}
      </View>
      <LinkTo to={paths.privacyPolicy} label="阅读隐私保护指引" className="text-link">
        阅读《隐私保护指引》{policy ? `（版本 ${policy.version}）` : ''}
      </LinkTo>
      {privacy.failure === null ? null : <View className="field-error">{privacy.failure}</View>}
      <View className="sheet-buttons">
        <ActionButton look="secondary" label="不同意" onPress={privacy.decline} />
        <ActionButton
          label={privacy.isBusy ? '正在登录' : agree}
          isBusy={privacy.isBusy}
          // WeChat counts the consent only when its own event comes; for our own sign-in the press is enough.
          {...(isSignIn ? { onPress: privacy.accept } : {})}
          weChat={{ id: agreeButtonId, openType: 'agreePrivacyAuthorization', onAgreePrivacyAuthorization: privacy.accept }}
        />
      </View>
    </>
  );
});

/** Rises from the bottom of the page on top when personal data is about to be taken. */
export const PrivacySheet = observer(({ page }: { page: number }) => {
  const { privacy } = useStores();
  if (!privacy.isOpenOn(page)) return null;
  return (
    <SheetFrame label="隐私保护说明" onDismiss={privacy.decline}>
      <SheetContent />
    </SheetFrame>
  );
});
