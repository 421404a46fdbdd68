import { useEffect } from 'react';
import type { PhoneRequestStore, ShownRequest } from '../PhoneRequestStore';

/** Follows a request while somebody sees it: a hidden tab asks nothing, and asks at once when it is seen again. */
export const usePhoneRequest = <Request extends ShownRequest>(store: PhoneRequestStore<Request>): void => {
  useEffect(() => {
    const follow = () => (document.hidden ? store.stop() : store.resume());
    document.addEventListener('visibilitychange', follow);
    follow();
    return () => {
      document.removeEventListener('visibilitychange', follow);
      store.stop();
    };
  }, [store]);
};
