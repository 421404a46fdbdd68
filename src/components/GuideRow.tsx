import { View } from '@tarojs/components';
import { paths } from '../paths';
import { LinkTo } from './LinkTo';
import { ListItem } from './List';

/** One guide in a list: its name, and what helps to tell it from its neighbours. */
export const GuideRow = ({ guideId, name, note }: { guideId: string; name: string; note: string }) => (
  <ListItem>
    <LinkTo to={paths.guide(guideId)} label={name} className="row has-chevron">
      <View className="row-name">{name}</View>
      <View className="hint">{note}</View>
    </LinkTo>
  </ListItem>
);
