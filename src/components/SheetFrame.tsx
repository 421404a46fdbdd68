import { View } from '@tarojs/components';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface SheetFrameProps {
  /** Names the sheet for a screen reader. */
  label: string;
  /** The Escape key of a keyboard. */
  onDismiss: () => void;
  children: ReactNode;
}

/** Keeps the keyboard inside the sheet and gives the focus back afterwards. */
const BrowserDialog = ({ label, onDismiss, children }: SheetFrameProps) => {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDismiss();
    if (event.key !== 'Tab') return;
    const stops = Array.from(dialog.current?.querySelectorAll<HTMLElement>('a, button') ?? []);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge && document.activeElement !== dialog.current) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
  };
  return (
    <div className="sheet-cover">
      <div className="sheet" role="dialog" aria-modal="true" aria-label={label} tabIndex={-1} ref={dialog} onKeyDown={steer}>
        {children}
      </div>
    </div>
  );
};

/** Rises from the bottom over a page, which waits until it is answered. */
export const SheetFrame = ({ label, onDismiss, children }: SheetFrameProps) => {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <BrowserDialog label={label} onDismiss={onDismiss}>
        {children}
      </BrowserDialog>
    );
  }
  return (
    <View className="sheet-cover" catchMove>
      <View className="sheet" aria-role="dialog" aria-label={label}>
        {children}
      </View>
    </View>
  );
};
