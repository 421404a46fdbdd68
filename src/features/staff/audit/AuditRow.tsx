import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { AuditRecord } from '../../../../server/contract/audit';
import { ListItem } from '../../../components/List';
import { SummaryList } from '../../../components/SummaryList';
import { Tappable } from '../../../components/Tappable';
import { useStores } from '../../../stores/StoreContext';
import { dateAndTime } from '../../../text/dates';
import type { AuditStore } from './AuditStore';
import { readableValues } from './auditValues';

const Detail = ({ record }: { record: AuditRecord }) => (
  <View className="disclosure-content">
    <SummaryList
      layout="rows"
      items={[
        { term: '对象', value: record.objectKindName, note: record.objectId },
        ...(record.standsInFor.length === 0 ? [] : [{ term: '代谁', value: record.standsInFor.join('、') }]),
        ...(record.before === null ? [] : [{ term: '之前', value: readableValues(record.before) }]),
        ...(record.after === null ? [] : [{ term: '之后', value: readableValues(record.after) }]),
        ...(record.clientAddress === null ? [] : [{ term: '来源地址', value: record.clientAddress }]),
        { term: '封存', value: record.isSealed ? '已封存，改动能被查出' : '几秒内封存' },
      ]}
    />
  </View>
);

/** One entry: who did what to what, and when; unfolds to what changed. */
export const AuditRow = observer(({ record, store }: { record: AuditRecord; store: AuditStore }) => {
  const { now } = useStores();
  const isOpen = store.openId === record.id;
  const name = `${record.actor.name} · ${record.actionName}`;
  const note = `${dateAndTime(record.occurredAt, now())} · ${record.objectKindName}`;
  return (
    <ListItem>
      <Tappable className={`row has-chevron ${isOpen ? 'is-open' : ''}`} label={`${name}，${note}`} isExpanded={isOpen} onPress={() => store.toggle(record.id)}>
        <View className="row-name">{name}</View>
        <View className="hint">{note}</View>
      </Tappable>
      {isOpen ? <Detail record={record} /> : null}
    </ListItem>
  );
});
