import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { Notice } from '../../../../components/Notice';
import { StatusTag } from '../../../../components/StatusTag';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import type { GuideDraftStore } from '../GuideDraftStore';
import { saveStateTexts, statusTones } from '../guideDraftLabels';

/** Whether what was typed is kept, and where. */
const SaveLine = observer(({ store }: { store: GuideDraftStore }) => {
  if (!store.canEdit && store.saveState === 'saved') return null;
  const isBad = store.saveState === 'offline' || store.saveState === 'stopped';
  return (
    <View className={isBad ? 'field-error' : 'hint'} {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : { 'aria-role': 'status' })}>
      {saveStateTexts[store.saveState]}
    </View>
  );
});

/** Which guide, how far it is, who else is in it, and why it came back. */
export const DraftHead = observer(({ store }: { store: GuideDraftStore }) => {
  const { now } = useStores();
  const { draft, failure } = store;
  if (draft === null) return null;
  return (
    <View className="section">
      <Heading level={2}>{draft.name}</Heading>
      <View className="tags">
        <StatusTag tone={statusTones[draft.status]}>{draft.statusName}</StatusTag>
      </View>
      <View className="hint">
        {[draft.department.name, draft.implementationCode, draft.baseVersion === null ? '新指南' : `在第 ${draft.baseVersion} 版上改`, draft.ownerName === null ? null : `${draft.isMine ? '我' : draft.ownerName}写的`]
          .filter((part) => part !== null)
          .join(' · ')}
      </View>
      <SaveLine store={store} />
      {draft.returnReason === null ? null : <Notice text={`退回的原因：${draft.returnReason}`} isFailure />}
      {draft.otherEditors.map(({ name, fields, at }) => (
        <View key={name} className="guide-other" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
          {name}也在改：{fields.join('、')}（{dateAndTime(at, now())}）
        </View>
      ))}
      {failure === null ? null : (
        <>
          <Notice text={`${errorText(failure).title}，${errorText(failure).nextAction}`} isFailure />
          <ActionButton look="secondary" label="重新打开" onPress={() => void store.load()} />
        </>
      )}
    </View>
  );
});
