import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useStores } from '../../../../stores/StoreContext';
import type { DraftStore } from '../DraftStore';
import { fieldWords } from '../fieldLabels';
import { dateOf, publishTimeWarning, publishTimeWords, timeOf, toInstant } from '../publishTime';
import { DateField } from '../../components/DateField';

interface PublishTimeProps {
  value: string | null;
  onChange: (value: string | null) => void;
  anchor: string;
}

/** Day and time, in words as well, and a warning when it is an odd time. */
export const PublishTime = ({ value, onChange, anchor }: PublishTimeProps) => {
  const { now } = useStores();
  const date = value === null ? '' : dateOf(value);
  const time = value === null ? '' : timeOf(value);
  const warning = value === null ? null : publishTimeWarning(value, now());
  return (
    <>
      <DateField label={fieldWords.publishAt.label} hint={fieldWords.publishAt.hint} value={date} onChange={(day) => onChange(day === '' ? null : toInstant(day, time))} anchor={anchor} />
      {value === null ? null : <DateField label="几点" kind="time" value={time} onChange={(clock) => onChange(toInstant(date, clock))} anchor={`${anchor}-time`} />}
      {value === null ? null : <View className="paragraph">{publishTimeWords(value)}</View>}
      {warning === null ? null : <View className="warning">{warning}</View>}
    </>
  );
};

export const PublishTimeField = observer(({ store }: { store: DraftStore }) => <PublishTime value={store.values.publishAt ?? null} onChange={(value) => store.edit('publishAt', value)} anchor="field-publishAt" />);
