import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** A list that assistive technology counts. */
export const List = ({ isOrdered = false, children }: { isOrdered?: boolean; children: ReactNode }) => {
  if (process.env.TARO_ENV !== 'h5') return <View className="list">{children}</View>;
  return isOrdered ? <ol className="list">{children}</ol> : <ul className="list">{children}</ul>;
};

export const ListItem = ({ children }: { children: ReactNode }) =>
  process.env.TARO_ENV === 'h5' ? <li className="list-item">{children}</li> : <View className="list-item">{children}</View>;
