import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState, type ReactNode } from 'react';
import { toApiError } from '../api/ApiError';
import { errorText } from '../api/errorMessages';
import { useStores } from '../stores/StoreContext';
import { ActionButton } from './ActionButton';
import { ResultPanel } from './ResultPanel';

interface SignInFirstProps {
  /** The page that is opened again after signing in. */
  path: string;
  reason: string;
  /** What just happened to the account that was signed in. */
  notice?: string | undefined;
  children: ReactNode;
}

/** Shows a page that belongs to a citizen, or asks to sign in. */
export const SignInFirst = observer(({ path, reason, notice, children }: SignInFirstProps) => {
  const { session } = useStores();
  const [failure, setFailure] = useState<string | null>(null);
  if (session.isSignedIn) return <>{children}</>;
  const signIn = () => {
    setFailure(null);
    session.perform({ path, act: 'sign-in' }, () => Promise.resolve()).catch((error: unknown) => {
      const text = errorText(toApiError(error));
      setFailure(`${text.title}，${text.nextAction}`);
    });
  };
  return (
    <ResultPanel icon="user" title="登录后查看" body={failure ?? reason}>
      {notice === undefined ? null : <View className="notice">{notice}</View>}
      <ActionButton label="微信登录" onPress={signIn} />
    </ResultPanel>
  );
});
