import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { SummaryList } from '../../../../components/SummaryList';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import type { DraftStore } from '../DraftStore';
import { fieldLabel, valueWords } from '../fieldLabels';

/** Two people wrote at the same time: who changed what, and for each field whose words stand. */
export const ClashPanel = observer(({ store }: { store: DraftStore }) => {
  const { now } = useStores();
  const { clashes, changedBy } = store;
  if (changedBy === null) return null;
  const names = changedBy.fields.map(fieldLabel).join('、');
  if (clashes.length === 0) {
    return (
      <View className="section">
        <View className="warning">
          {changedBy.name} 在{dateAndTime(changedBy.at, now())}改了：{names}。已经换成新的内容，您写的其他内容没有动。
        </View>
      </View>
    );
  }
  return (
    <View className="section" {...(process.env.TARO_ENV === 'h5' ? { role: 'alert' } : { 'aria-role': 'alert' })}>
      <Heading level={2}>{changedBy.name} 也改了这份稿子</Heading>
      <View className="paragraph">
        {dateAndTime(changedBy.at, now())}改的：{names}。下面 {clashes.length} 项两个人写得不一样，请选用哪一个；选完才会继续保存。
      </View>
      {clashes.map(({ field, mine, theirs }) => (
        <View key={field} className="clash">
          <Heading level={3}>{fieldLabel(field)}</Heading>
          <SummaryList
            layout="rows"
            items={[
              { term: '我写的', value: valueWords(field, mine) },
              { term: `${changedBy.name}写的`, value: valueWords(field, theirs) },
            ]}
          />
          <View className="button-pair">
            <ActionButton look="secondary" label="用我写的" onPress={() => store.keepMine(field)} />
            <ActionButton look="secondary" label={`用${changedBy.name}写的`} onPress={() => store.takeTheirs(field)} />
          </View>
        </View>
      ))}
    </View>
  );
});
