import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

interface TappableProps {
  /** What a screen reader says in WeChat, where the words inside are not read by themselves. */
  label: string;
  onPress: () => void;
  className?: string;
  role?: 'button' | 'checkbox' | 'switch';
  isExpanded?: boolean;
  isChecked?: boolean;
  /** One of several choices, and whether it is the chosen one. */
  isPressed?: boolean;
  /** The content has no words, only an icon. */
  isIconOnly?: boolean;
  children: ReactNode;
}

/** Whatever can be tapped and is not a link: a real button in the browser, a view with a role in WeChat. */
export const Tappable = ({ label, onPress, className = '', role = 'button', isExpanded, isChecked, isPressed, isIconOnly = false, children }: TappableProps) =>
  process.env.TARO_ENV === 'h5' ? (
    <button
      type="button"
      className={`tappable ${className}`}
      role={role === 'button' ? undefined : role}
      aria-label={isIconOnly ? label : undefined}
      aria-expanded={isExpanded}
      aria-checked={isChecked}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      {children}
    </button>
  ) : (
    <View
      className={`tappable ${className}`}
      hoverClass="is-held"
      aria-role={role}
      aria-label={label}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...(isChecked === undefined ? {} : { 'aria-checked': isChecked })}
      {...(isPressed === undefined ? {} : { 'aria-selected': isPressed })}
      onClick={onPress}
    >
      {children}
    </View>
  );
