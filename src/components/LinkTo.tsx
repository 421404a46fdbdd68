import { View } from '@tarojs/components';
import type { MouseEvent, ReactNode } from 'react';
import { openPage } from '../platform/navigation';

interface LinkToProps {
  to: string;
  /** What a screen reader says in WeChat. */
  label: string;
  className?: string;
  isCurrent?: boolean;
  /** Runs before the page opens. */
  onFollow?: () => void;
  children: ReactNode;
}

/** A link to a page of the app: in the browser a real one, which can be opened in a new tab and copied. */
export const LinkTo = ({ to, label, className = '', isCurrent = false, onFollow, children }: LinkToProps) => {
  const follow = () => {
    onFollow?.();
    openPage(to);
  };
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <View className={`tappable ${className}`} hoverClass="is-held" aria-role="link" aria-label={label} onClick={follow}>
        {children}
      </View>
    );
  }
  const followHere = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    follow();
  };
  return (
    <a href={to} className={`tappable ${className}`} aria-current={isCurrent ? 'page' : undefined} onClick={followHere}>
      {children}
    </a>
  );
};
