import { View } from '@tarojs/components';
import { paths } from '../paths';
import { Icon } from './Icon';
import { LinkTo } from './LinkTo';

/** Looks like the field it leads to. */
export const SearchEntrance = ({ words }: { words: string }) => (
  <LinkTo to={paths.search} label="搜索办事指南" className="search-entrance">
    <Icon name="search" />
    <View>{words}</View>
  </LinkTo>
);
