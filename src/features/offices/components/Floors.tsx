import { observer } from 'mobx-react-lite';
import { View } from '@tarojs/components';
import type { OfficeWindow } from '../../../../server/contract/offices';
import { Disclosure } from '../../../components/Disclosure';
import { Heading } from '../../../components/Heading';
import { SummaryList } from '../../../components/SummaryList';
import type { OfficeStore } from '../OfficeStore';
import { floorsOf } from '../windows';

/** Which window is where; a floor opens on demand. */
export const Floors = observer(({ store, windows }: { store: OfficeStore; windows: OfficeWindow[] }) => {
  if (windows.length === 0) return null;
  return (
    <View className="section">
      <Heading level={2}>窗口</Heading>
      {floorsOf(windows).map(({ name, windowCount, groups }) => {
        const isOpen = store.openFloors.includes(name);
        return (
          <Disclosure key={name} title={name} note={`${windowCount} 个窗口`} isOpen={isOpen} onToggle={() => store.toggleFloor(name)}>
            <SummaryList layout="rows" items={groups.map((group) => ({ term: group.name, value: group.numbers }))} />
          </Disclosure>
        );
      })}
    </View>
  );
});
