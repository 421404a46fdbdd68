import { View } from '@tarojs/components';
import { SkeletonRows } from '../../../components/SkeletonRows';

/** A title, a line, and a text in grey. */
export const Loading = () => (
  <View className="section">
    <SkeletonRows count={2} />
    <SkeletonRows count={8} />
  </View>
);
