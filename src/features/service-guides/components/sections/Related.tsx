import { View } from '@tarojs/components';
import { LinkTo } from '../../../../components/LinkTo';
import { List, ListItem } from '../../../../components/List';
import { paths } from '../../../../paths';
import type { SectionContent } from '../Sections';

/** Where to go on from here. */
export const Related = ({ guide: { relatedGuides, topics } }: SectionContent) => (
  <>
    <List>
      {relatedGuides.map(({ id, name }) => (
        <ListItem key={id}>
          <LinkTo to={paths.guide(id)} label={name} className="row has-chevron">
            <View className="row-name">{name}</View>
          </LinkTo>
        </ListItem>
      ))}
    </List>
    <View className="choices is-below">
      {topics.map(({ code, name }) => (
        <LinkTo key={code} to={paths.guideList('topic', code)} label={`主题：${name}`} className="choice">
          {name}
        </LinkTo>
      ))}
    </View>
  </>
);
