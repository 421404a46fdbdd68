import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** A heading of the page (1), of one of its sections (2), or of a part of a section (3). */
export const Heading = ({ level, className = '', children }: { level: 1 | 2 | 3; className?: string; children: ReactNode }) => {
  const classes = `heading-${level} ${className}`;
  if (process.env.TARO_ENV !== 'h5') {
    return <View className={classes}>{children}</View>;
  }
  const Tag = `h${level}` as const;
  return <Tag className={classes}>{children}</Tag>;
};
