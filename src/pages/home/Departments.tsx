import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Heading } from '../../components/Heading';
import { LinkTo } from '../../components/LinkTo';
import { List, ListItem } from '../../components/List';
import { OfflineNote } from '../../components/OfflineNote';
import { FailurePanel, ResultPanel } from '../../components/ResultPanel';
import { SkeletonRows } from '../../components/SkeletonRows';
import { Tappable } from '../../components/Tappable';
import { paths } from '../../paths';
import { useStores } from '../../stores/StoreContext';

/** As many as a person takes in at a glance; the rest unfolds, so many at a time. */
const shownFirst = (isElder: boolean) => (isElder ? 4 : 6);
const step = 20;

/** The departments with the number of their guides. */
export const Departments = observer(() => {
  const { home, display, guideBrowser, site } = useStores();
  const [unfolded, setUnfolded] = useState(0);
  const { state } = home;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <Heading level={2}>按部门找</Heading>
          <SkeletonRows count={6} />
        </View>
      );
    case 'failed':
      return <FailurePanel error={state.error} onRetry={home.load} />;
    case 'ready': {
      const departments = state.value;
      if (departments.length === 0) return <ResultPanel icon="file-text" title="还没有发布办事指南" body={`有事请拨打 ${site.site?.hotline ?? '当地服务热线'}。`} />;
      const shown = departments.slice(0, shownFirst(display.isElder) + unfolded);
      return (
        <View className="section">
          <OfflineNote savedAt={state.savedAt} onRetry={home.load} />
          <View className="beside">
            <Heading level={2}>按部门找</Heading>
            <View className="hint">共 {departments.length} 个部门</View>
          </View>
          <List>
            {shown.map(({ id, name, guideCount }) => (
              <ListItem key={id}>
                <LinkTo
                  to={paths.serviceGuides}
                  label={`${name}，${guideCount} 项`}
                  className="row has-chevron is-inline"
                  onFollow={() => guideBrowser.choose({ audience: null, departmentId: id })}
                >
                  <View className="row-name">{name}</View>
                  <View className="hint">{guideCount} 项</View>
                </LinkTo>
              </ListItem>
            ))}
          </List>
          {shown.length < departments.length ? (
            <Tappable className="row-more" label={`还有 ${departments.length - shown.length} 个部门`} isExpanded={false} onPress={() => setUnfolded(unfolded + step)}>
              还有 {departments.length - shown.length} 个部门
            </Tappable>
          ) : null}
        </View>
      );
    }
  }
});
