import { useSyncExternalStore } from 'react';

/** Room for a list and, beside it, what was chosen from it. Only browsers get so wide. */
const room = process.env.TARO_ENV === 'h5' ? window.matchMedia('(min-width: 900px)') : null;

const subscribe = (onChange: () => void) => {
  room?.addEventListener('change', onChange);
  return () => room?.removeEventListener('change', onChange);
};

/** Whether the window is at least 900 px wide; follows it when it changes. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => room?.matches ?? false);
