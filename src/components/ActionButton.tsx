import { Button } from '@tarojs/components';
import type { ComponentProps } from 'react';

type WeChatButton = Pick<ComponentProps<typeof Button>, 'openType' | 'onGetPhoneNumber' | 'onAgreePrivacyAuthorization' | 'id'>;

interface ActionButtonProps {
  /** Says what will happen: the verb stands on the button. */
  label: string;
  onPress?: () => void;
  look?: 'primary' | 'secondary' | 'plain' | 'danger';
  isBusy?: boolean;
  /** What only WeChat's own button can do; the browser has none of it. */
  weChat?: WeChatButton;
}

/** The buttons of a page. While busy it takes no second press, but keeps its place and its words. */
export const ActionButton = ({ label, onPress, look = 'primary', isBusy = false, weChat = {} }: ActionButtonProps) => {
  const className = `action-button is-${look} ${isBusy ? 'is-busy' : ''}`;
  const press = () => {
    if (!isBusy) onPress?.();
  };
  return process.env.TARO_ENV === 'h5' ? (
    <button type="button" className={className} aria-disabled={isBusy || undefined} onClick={press}>
      {label}
    </button>
  ) : (
    <Button className={className} hoverClass="is-held" aria-role="button" aria-label={label} onClick={press} {...weChat}>
      {label}
    </Button>
  );
};
