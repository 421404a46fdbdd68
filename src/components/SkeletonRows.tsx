import { View } from '@tarojs/components';

/** Grey rows in the shape of what is coming. */
export const SkeletonRows = ({ count, isTall = false }: { count: number; isTall?: boolean }) => (
  <View className="skeleton" {...(process.env.TARO_ENV === 'h5' ? { role: 'status', 'aria-label': '正在加载' } : { 'aria-role': 'status', 'aria-label': '正在加载' })}>
    {Array.from({ length: count }, (_, row) => (
      <View key={row} className={isTall ? 'skeleton-row is-tall' : 'skeleton-row'} />
    ))}
  </View>
);
