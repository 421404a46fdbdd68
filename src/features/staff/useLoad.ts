import { useCallback, useEffect, useState } from 'react';

/** Runs a store's loading when the page is first drawn. @returns the store, made once */
export const useLoadedStore = <Store extends { load(): void | Promise<void> }>(make: () => Store): Store => {
  const [store] = useState(make);
  const load = useCallback(() => void store.load(), [store]);
  useEffect(load, [load]);
  return store;
};
