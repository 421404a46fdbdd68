import { View } from '@tarojs/components';
import { dateAndTime } from '../text/dates';
import { useStores } from '../stores/StoreContext';
import { Icon } from './Icon';
import { Tappable } from './Tappable';

/** Marks content kept on the device with the time at which it was true. */
export const OfflineNote = ({ savedAt, onRetry }: { savedAt: number | null; onRetry: () => void }) => {
  const { now } = useStores();
  if (savedAt === null) return null;
  return (
    <View className="offline-note">
      <Icon name="cloud-off" />
      <View className="offline-note-text">网络没有连上，这是 {dateAndTime(savedAt, now())} 保存的内容。</View>
      <Tappable className="text-link" label="重试" onPress={onRetry}>
        重试
      </Tappable>
    </View>
  );
};
