import { View } from '@tarojs/components';
import { paths } from '../paths';
import { LinkTo } from './LinkTo';
import { ListItem } from './List';

/** One announcement in a list: its title, and what helps to tell it from its neighbours. */
export const AnnouncementRow = ({ id, title, note }: { id: string; title: string; note: string }) => (
  <ListItem>
    <LinkTo to={paths.announcement(id)} label={title} className="row has-chevron">
      <View className="row-name">{title}</View>
      <View className="hint row-note">{note}</View>
    </LinkTo>
  </ListItem>
);
