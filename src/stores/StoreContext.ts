import { createContext, useContext } from 'react';
import type { RootStore } from './RootStore';

export const StoreContext = createContext<RootStore | null>(null);

/** The app's stores. */
export const useStores = (): RootStore => {
  const stores = useContext(StoreContext);
  if (stores === null) throw new Error('StoreContext is not provided above this component.');
  return stores;
};
