import Taro from '@tarojs/taro';
import { paths, tabPaths } from '../paths';

/** WeChat keeps at most ten pages; the last place stays free for the page that asks to sign in. */
const deepestStack = 9;

/** Opens a page of the app by its path. A full stack replaces its top instead of refusing. */
export const openPage = (path: string): void => {
  const isTab = tabPaths.includes(path.split('?')[0] ?? path);
  const open = isTab ? Taro.switchTab : Taro.getCurrentPages().length >= deepestStack ? Taro.redirectTo : Taro.navigateTo;
  void open({ url: path });
};

/** One page back; the home page when this one was opened from a shared link. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: paths.home });
};

export const hasPageBelow = (): boolean => Taro.getCurrentPages().length > 1;
