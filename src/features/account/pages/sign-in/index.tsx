import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { toApiError, type ApiError } from '../../../../api/ApiError';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { goBack } from '../../../../platform/navigation';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { ContinueInWeChat } from '../../components/ContinueInWeChat';
import './index.scss';

const isOwnPath = (path: string): boolean => /^\/(pages|features)\//.test(path);

/** A preview page gives a made-up person: nobody may be signed in from it. */
const PreviewPage = () => (
  <ResultPanel icon="triangle-alert" title="现在是微信的预览页面，不能登录">
    <View className="paragraph">请点页面最下方的“使用完整服务”，等页面重新打开后，再点登录。您刚才的操作没有丢失。</View>
  </ResultPanel>
);

/** A computer has no WeChat of its own: staff members sign in there with their phone, on the page they want or on the workbench. */
const StaffAtADesk = ({ from }: { from: string }) => {
  const { door } = useStores();
  if (process.env.TARO_ENV !== 'h5' || door.kind !== 'browser' || door.isInsideWeChat) return null;
  return (
    <View className="section at-a-desk">
      <Heading level={2}>工作人员在电脑上登录</Heading>
      <LinkTo to={from.startsWith('/features/staff/') ? from : paths.workbench} label="用手机扫码登录" className="text-link">
        用手机扫码登录
      </LinkTo>
    </View>
  );
};

const SignInChoice = observer(({ from }: { from: string }) => {
  const { session, site } = useStores();
  const [error, setError] = useState<ApiError | null>(null);
  // Where the person was; the tab remembers it when an attempt has already left the page.
  const step = session.pendingStep({ path: from, act: 'sign-in' });
  const signIn = () => {
    setError(null);
    session
      .perform(step, () => Promise.resolve())
      .then((outcome) => {
        if (outcome === 'signed_in') goBack();
      })
      .catch((thrown: unknown) => setError(toApiError(thrown)));
  };
  const failure = error ?? session.authorizationFailure;
  if (site.site === null) return null;
  if (session.canSignInHere) {
    const text = failure === null ? null : errorText(failure);
    return (
      <>
        {failure?.code === 'snapshot_user_refused' ? <PreviewPage /> : null}
        <View className="section button-stack">
          <Heading level={2}>用微信登录</Heading>
          <View className="paragraph">登录会取得微信给您的身份编号，用来认出是您本人。不保存您的昵称和头像。</View>
          {text === null || failure?.code === 'snapshot_user_refused' ? null : (
            <View className="field-error">
              {text.title}，{text.nextAction}
            </View>
          )}
          <ActionButton label={failure === null ? '微信登录' : '重新登录'} onPress={signIn} />
        </View>
      </>
    );
  }
  if (site.site.officialAccount === null) {
    return <ResultPanel icon="user" title="网页版暂不提供登录" body={`请在微信里搜索小程序“${site.site.name}”，登录后可以收藏。查看办事指南不用登录。`} />;
  }
  return <ContinueInWeChat path={step.path} />;
});

const SignIn = observer(() => {
  const { site } = useStores();
  const { from: encodedFrom } = useRouter().params;
  // Only a path of this app: a link from outside must not choose where a person lands.
  const from = encodedFrom !== undefined && isOwnPath(decodeURIComponent(encodedFrom)) ? decodeURIComponent(encodedFrom) : paths.my;
  const [error, setError] = useState<ApiError | null>(null);
  const load = () => {
    setError(null);
    site.refresh().catch((thrown: unknown) => setError(toApiError(thrown)));
  };
  useEffect(load, [site]);
  return (
    <Page title="登录">
      {site.site !== null ? (
        <>
          <SignInChoice from={from} />
          <StaffAtADesk from={from} />
        </>
      ) : error === null ? (
        <View className="section">
          <SkeletonRows count={3} />
        </View>
      ) : (
        <FailurePanel error={error} onRetry={load} />
      )}
    </Page>
  );
});

export default SignIn;
