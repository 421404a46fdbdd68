import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { Notice } from '../../../../components/Notice';
import { SheetFrame } from '../../../../components/SheetFrame';
import { actLabels } from '../confirmationLabels';
import type { ConfirmationStore } from '../ConfirmationStore';
import { PhoneRequestPanel } from './PhoneRequestPanel';

const Failure = observer(({ store }: { store: ConfirmationStore }) => {
  if (store.failure === null) return null;
  const { title, nextAction } = errorText(store.failure);
  return <Notice text={`${title}，${nextAction}`} isFailure />;
});

const OnThisPhone = observer(({ store }: { store: ConfirmationStore }) => (
  <>
    <View className="paragraph">这项操作会记入操作记录。微信会核对是不是您本人，核对后自动继续。</View>
    <Failure store={store} />
    <View className="sheet-buttons">
      <ActionButton look="secondary" label="取消" onPress={store.close} />
      <ActionButton label={store.isBusy ? '正在确认' : '是我本人，确认'} isBusy={store.isBusy} onPress={() => void store.confirmHere()} />
    </View>
  </>
));

/** Says what is being confirmed, and by what. The act goes on by itself afterwards. */
export const ConfirmSheet = observer(({ store }: { store: ConfirmationStore }) => {
  const { asking, phoneRequest, confirmedAct } = store;
  if (asking === null) {
    if (confirmedAct === null && store.failure === null) return null;
    return (
      <View className="section">
        {confirmedAct === null ? <Failure store={store} /> : <Notice text={`已确认。请再点一次“${actLabels[confirmedAct]}”，5 分钟内有效。`} isFailure={false} />}
      </View>
    );
  }
  const title = `请确认：${actLabels[asking.act]}`;
  return (
    <SheetFrame label={title} onDismiss={store.close}>
      <Heading level={2}>{title}</Heading>
      {process.env.TARO_ENV === 'h5' && phoneRequest !== null ? (
        <>
          <PhoneRequestPanel store={phoneRequest} button="是我本人，确认" />
          <View className="sheet-buttons">
            <ActionButton look="secondary" label="取消" onPress={store.close} />
          </View>
        </>
      ) : (
        <OnThisPhone store={store} />
      )}
    </SheetFrame>
  );
});
