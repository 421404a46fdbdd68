import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { LinkTo } from '../../components/LinkTo';
import { List, ListItem } from '../../components/List';
import { OfflineNote } from '../../components/OfflineNote';
import { FailurePanel, ResultPanel } from '../../components/ResultPanel';
import { SkeletonRows } from '../../components/SkeletonRows';
import { Tappable } from '../../components/Tappable';
import { paths } from '../../paths';
import { rowsPerPage, type GroupKind } from '../../stores/GuideBrowserStore';
import type { GuideGroup } from '../../stores/guideGroups';
import { useStores } from '../../stores/StoreContext';

const nouns: Record<GroupKind, string> = { natural_person: '个主题', legal_person: '个主题', life_event: '件大事', department: '个部门', office: '个大厅' };

const GroupRow = ({ group: { name, note, count }, to }: { group: GuideGroup; to: string }) => (
  <ListItem>
    <LinkTo to={to} label={`${name}，${count} 项`} className="row has-chevron is-inline">
      <View className="row-name">
        {name}
        {note === null ? null : <View className="hint">{note}</View>}
      </View>
      <View className="hint">{count} 项</View>
    </LinkTo>
  </ListItem>
);

/** The topics, life events, departments or offices, with the number of their guides. */
export const Groups = observer(() => {
  const { guideBrowser } = useStores();
  const [shownCount, setShownCount] = useState(rowsPerPage);
  const { state, kind, by } = guideBrowser;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={10} />
        </View>
      );
    case 'failed':
      return <FailurePanel error={state.error} onRetry={() => void guideBrowser.load()} />;
    case 'ready': {
      const groups = state.value;
      if (groups.length === 0) return <ResultPanel icon="file-text" title="这里还没有办事指南" body="请换一种方式找。" />;
      const hiddenCount = Math.max(0, groups.length - shownCount);
      return (
        <View className="section">
          <OfflineNote savedAt={state.savedAt} onRetry={() => void guideBrowser.load()} />
          <View className="hint" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
            共 {groups.length} {nouns[kind]}
          </View>
          <List>
            {groups.slice(0, shownCount).map((group) => (
              <GroupRow key={group.value} group={group} to={paths.guideList(by, group.value)} />
            ))}
          </List>
          <View>
            {hiddenCount === 0 ? null : (
              <Tappable className="row-more" label={`还有 ${hiddenCount} ${nouns[kind]}`} isExpanded={false} onPress={() => setShownCount(shownCount + rowsPerPage)}>
                还有 {hiddenCount} {nouns[kind]}
              </Tappable>
            )}
          </View>
        </View>
      );
    }
  }
});
