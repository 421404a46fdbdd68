import { View } from '@tarojs/components';
import type { StaffWorkItem } from '../../../../server/contract/work';
import { LinkTo } from '../../../components/LinkTo';
import { ListItem } from '../../../components/List';
import { StatusTag } from '../../../components/StatusTag';
import { useStores } from '../../../stores/StoreContext';
import { dateWithWeekday } from '../../../text/dates';
import { dueText, workKinds } from '../workLabels';

/** One thing that waits: what it is, what is to be done, by when, and since when it waits. */
export const WorkRow = ({ item }: { item: StaffWorkItem }) => {
  const { now } = useStores();
  const { name, pathOf } = workKinds[item.kind];
  const due = dueText(item, now());
  const origin = [name, item.department?.name, `${dateWithWeekday(item.waitingSince, now())}收到`].filter((word) => word !== undefined).join(' · ');
  return (
    <ListItem>
      <LinkTo to={pathOf(item.id)} label={[item.title, due?.text, item.note, origin].filter((word) => typeof word === 'string').join('，')} className="row has-chevron">
        <View className="row-name">{item.title}</View>
        {item.note === null ? null : <View className="row-note">{item.note}</View>}
        {due === null ? null : (
          <View>
            <StatusTag tone={due.isOverdue ? 'red' : 'amber'}>{due.text}</StatusTag>
          </View>
        )}
        <View className="hint">{origin}</View>
      </LinkTo>
    </ListItem>
  );
};
