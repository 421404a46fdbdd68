import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Heading } from '../../../components/Heading';
import { Icon } from '../../../components/Icon';
import { List, ListItem } from '../../../components/List';
import { Tappable } from '../../../components/Tappable';
import type { SearchStore } from '../SearchStore';

/** Before the first question: how to ask, or what was asked on this device before. */
export const RecentSearches = observer(({ store }: { store: SearchStore }) => {
  if (store.asked !== null || store.suggestions.length > 0) return null;
  if (store.recent.length === 0) {
    return (
      <View className="section">
        <View className="paragraph">用自己的话说就行，例如“身份证丢了”“给孩子上户口”“社保卡怎么办”。也可以打拼音。</View>
      </View>
    );
  }
  return (
    <View className="section">
      <View className="beside">
        <Heading level={2}>最近搜过</Heading>
        <Tappable className="text-link" label="清除最近搜过" onPress={store.forgetRecent}>
          清除
        </Tappable>
      </View>
      <List>
        {store.recent.map((text) => (
          <ListItem key={text}>
            <Tappable label={`搜索：${text}`} className="row is-inline" onPress={() => void store.searchAgain(text)}>
              <Icon name="history" />
              <View className="row-name">{text}</View>
            </Tappable>
          </ListItem>
        ))}
      </List>
      <View className="hint">只保存在这部手机上。</View>
    </View>
  );
});
