import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { Page } from '../../../../components/Page';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { StaffOnly } from '../../components/StaffOnly';
import { ConfirmRequest } from '../../confirmation/components/ConfirmRequest';
import { confirmationsApi } from '../../confirmation/confirmationsApi';
import { ConfirmRequestStore } from '../../confirmation/ConfirmRequestStore';
import { requestInAddress } from '../../confirmation/requestInLink';

/** Eight digits and what people put between them. */
const longestCode = 12;

/** The camera, or the digits where there is none. */
const Entrance = observer(({ store }: { store: ConfirmRequestStore }) => {
  const scan = () => {
    Taro.scanCode({ scanType: ['qrCode'] })
      .then(({ result }) => store.openScanned(result))
      // Closed without scanning.
      .catch(() => undefined);
  };
  return (
    <View className="section button-stack">
      <Heading level={2}>电脑上显示了二维码？</Heading>
      {process.env.TARO_ENV === 'weapp' ? <ActionButton label="扫一扫" onPress={scan} /> : <View className="paragraph">用微信“扫一扫”扫电脑上的二维码，或在下面输入确认码。</View>}
      <TextField
        label="确认码"
        hint="电脑上二维码旁边的 8 位数字"
        kind="number"
        value={store.typed}
        maxLength={longestCode}
        onInput={store.type}
        onSubmit={() => void store.openTyped()}
        error={store.inputProblem ?? undefined}
        anchor="confirmation-code"
      />
      <ActionButton look={process.env.TARO_ENV === 'weapp' ? 'secondary' : 'primary'} label="查看要确认什么" onPress={() => void store.openTyped()} />
    </View>
  );
});

const Confirm = observer(({ requestId }: { requestId: string | null }) => {
  const { client } = useStores();
  const [store] = useState(() => new ConfirmRequestStore(confirmationsApi(client)));
  useEffect(() => {
    if (requestId !== null) void store.open(requestId);
  }, [store, requestId]);
  const { state } = store;
  switch (state.status) {
    case 'idle':
      return <Entrance store={store} />;
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={4} />
        </View>
      );
    case 'failed': {
      const { code } = state.error;
      if (code === 'confirmation_request_not_found') return <ResultPanel icon="triangle-alert" title="没有找到要确认的内容" body="它可能已经过期，请在电脑上重新获取二维码。" />;
      if (code === 'confirmation_needs_phone') return <ResultPanel icon="triangle-alert" title="在这里不能确认" body="请在手机的微信里打开这一页。" />;
      return <FailurePanel error={state.error} onRetry={() => void (requestId === null ? store.openTyped() : store.open(requestId))} />;
    }
    case 'ready':
      return <ConfirmRequest store={store} request={state.value} />;
  }
});

const ConfirmPage = () => {
  const { id, q } = useRouter().params;
  const requestId = requestInAddress({ id, q });
  return (
    <Page title="扫码确认">
      <StaffOnly path={requestId === null ? paths.confirm : paths.confirmRequest(requestId)}>
        <Confirm requestId={requestId} />
      </StaffOnly>
    </Page>
  );
};

export default ConfirmPage;
