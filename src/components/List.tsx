import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** A list that assistive technology counts. */
export const List = ({ children }: { children: ReactNode }) =>
  process.env.TARO_ENV === 'h5' ? <ul className="list">{children}</ul> : <View className="list">{children}</View>;

export const ListItem = ({ children }: { children: ReactNode }) =>
  process.env.TARO_ENV === 'h5' ? <li className="list-item">{children}</li> : <View className="list-item">{children}</View>;
