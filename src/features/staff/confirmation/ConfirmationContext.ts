import { createContext, useContext } from 'react';
import type { ConfirmationStore } from './ConfirmationStore';

export const ConfirmationContext = createContext<ConfirmationStore | null>(null);

/** For what stands inside `StaffOnly`: `withConfirmation(act, call)` makes a call that the server may want confirmed. */
export function useConfirmations(): ConfirmationStore {
  const store = useContext(ConfirmationContext);
  if (store === null) throw new Error('a sensitive act needs StaffOnly around it');
  return store;
}
