import { View } from '@tarojs/components';

export type IconName =
  | 'search'
  | 'chevron-right'
  | 'chevron-left'
  | 'chevron-down'
  | 'user'
  | 'building-2'
  | 'file-text'
  | 'house'
  | 'star'
  | 'phone'
  | 'check'
  | 'triangle-alert'
  | 'cloud-off'
  | 'shield-check'
  | 'smartphone'
  | 'share-2'
  | 'circle-check'
  | 'map-pin'
  | 'id-card'
  | 'users'
  | 'baby'
  | 'building'
  | 'hand-coins'
  | 'heart-pulse'
  | 'car'
  | 'store'
  | 'graduation-cap'
  | 'briefcase'
  | 'heart'
  | 'plane'
  | 'armchair'
  | 'accessibility'
  | 'circle-question-mark'
  | 'history'
  | 'bell';

/** Takes the colour of the text around it. Never says anything by itself: its word stands beside it. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) =>
  process.env.TARO_ENV === 'h5' ? (
    <span className={`icon icon-${name} ${className}`} aria-hidden="true" />
  ) : (
    <View className={`icon icon-${name} ${className}`} />
  );
