import { View } from '@tarojs/components';
import { paths } from '../paths';
import { LinkTo } from './LinkTo';
import { ListItem } from './List';

/** One guide in a list: its name, and what helps to tell it from its neighbours. Lines of the note stand below each other. */
export const GuideRow = ({ guideId, name, note }: { guideId: string; name: string; note: string }) => (
  <ListItem>
    <LinkTo to={paths.guide(guideId)} label={name} className="row has-chevron">
      <View className="row-name">{name}</View>
      {note === '' ? null : <View className="hint row-note">{note}</View>}
    </LinkTo>
  </ListItem>
);
