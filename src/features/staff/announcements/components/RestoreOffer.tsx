import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { SummaryList } from '../../../../components/SummaryList';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { fieldsOf } from '../draftFields';
import type { DraftStore } from '../DraftStore';
import { fieldLabel, valueWords } from '../fieldLabels';

/** What this device kept from an earlier visit: first the question, then the writing. */
export const RestoreOffer = observer(({ store }: { store: DraftStore }) => {
  const { now } = useStores();
  const { restorable } = store;
  if (restorable === null) return null;
  return (
    <View className="section button-stack">
      <Heading level={2}>上次有没保存完的内容</Heading>
      <View className="paragraph">这台设备上存着{dateAndTime(restorable.at, now())}写的内容，还没有传到服务器。</View>
      <SummaryList layout="rows" items={fieldsOf(restorable.changes).map((field) => ({ term: fieldLabel(field), value: valueWords(field, restorable.changes[field]) }))} />
      <ActionButton label="恢复，接着写" onPress={store.restore} />
      <ActionButton look="danger" label="不要了，用服务器上的" onPress={store.forgetCopy} />
    </View>
  );
});
