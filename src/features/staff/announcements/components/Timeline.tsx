import { View } from '@tarojs/components';
import type { AnnouncementEvent } from '../../../../../server/contract/announcementDrafts';
import { Heading } from '../../../../components/Heading';
import { List, ListItem } from '../../../../components/List';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { eventSentence } from '../announcementLabels';

/** What happened so far, the newest first. */
export const Timeline = ({ events }: { events: readonly AnnouncementEvent[] }) => {
  const { now } = useStores();
  if (events.length === 0) return null;
  return (
    <View className="section">
      <Heading level={2}>经过</Heading>
      <List isOrdered>
        {[...events].reverse().map((event, index) => (
          <ListItem key={`${event.at}-${index}`}>
            <View className="event">
              <View>{eventSentence(event)}</View>
              {event.note === null ? null : <View>“{event.note}”</View>}
              <View className="hint">{dateAndTime(event.at, now())}</View>
            </View>
          </ListItem>
        ))}
      </List>
    </View>
  );
};
