import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** A heading of the page (1) or of one of its sections (2). */
export const Heading = ({ level, className = '', children }: { level: 1 | 2; className?: string; children: ReactNode }) => {
  const classes = `heading-${level} ${className}`;
  if (process.env.TARO_ENV !== 'h5') {
    return <View className={classes}>{children}</View>;
  }
  return level === 1 ? <h1 className={classes}>{children}</h1> : <h2 className={classes}>{children}</h2>;
};
