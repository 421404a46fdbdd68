import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { useStores } from '../stores/StoreContext';
import { NavigationBar } from './NavigationBar';
import { PrivacySheet } from './PrivacySheet';
import { TabBar } from './TabBar';

interface PageProps {
  /** Title of the window; unique in the browser. */
  title: string;
  /** What the browser's bar shows, where it is shorter than the title. */
  barTitle?: string;
  /** Path of the tab, on tab pages. */
  tab?: string;
  isHeadedBelow?: boolean;
  /** Has two panes beside each other where there is room; only browsers have it. */
  isWide?: boolean;
  /** False on the page that the sheet itself leads to: there it would be in the way. */
  hasSheet?: boolean;
  /** Stays at the bottom of the screen. */
  footer?: ReactNode;
  children: ReactNode;
}

let lastPage = 0;

/** The frame of every page: tokens for elder mode and text size, title, bars of the browser, privacy sheet. */
export const Page = observer(({ title, barTitle = title, tab, isHeadedBelow = false, isWide = false, hasSheet = true, footer, children }: PageProps) => {
  const { display, site, privacy } = useStores();
  const [number] = useState(() => (lastPage += 1));
  const siteName = site.site?.name ?? '';

  const announce = () => {
    privacy.showOn(number);
    if (process.env.TARO_ENV === 'h5') document.title = siteName === '' || siteName === title ? title : `${title} - ${siteName}`;
    else void Taro.setNavigationBarTitle({ title });
  };
  useDidShow(announce);
  useEffect(announce, [title, siteName, number, privacy]);

  const className = `page ${display.isElder ? 'is-elder' : ''}`;
  const style = display.textScale === 1 ? {} : { style: { '--text-scale': display.textScale } as CSSProperties };
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <View className={className} {...style}>
        <View className="page-body">{children}</View>
        {footer === undefined ? null : <View className="page-footer">{footer}</View>}
        {/* A place of its own: Taro sends all children of a node again when one of them goes. */}
        <View>{hasSheet ? <PrivacySheet page={number} /> : null}</View>
      </View>
    );
  }
  return (
    <div className={className} {...style}>
      <NavigationBar title={barTitle} isTab={tab !== undefined} isHeadedBelow={isHeadedBelow} />
      <main className={isWide ? 'page-body is-wide' : 'page-body'}>{children}</main>
      {footer === undefined ? null : (
        <section className="page-footer" aria-label="操作">
          {footer}
        </section>
      )}
      {tab === undefined ? null : <TabBar current={tab} />}
      {hasSheet ? <PrivacySheet page={number} /> : null}
    </div>
  );
});
