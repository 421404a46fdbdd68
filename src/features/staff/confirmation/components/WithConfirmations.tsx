import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState, type ReactNode } from 'react';
import { useStores } from '../../../../stores/StoreContext';
import { useIsWide } from '../../useIsWide';
import { ConfirmationContext } from '../ConfirmationContext';
import { ConfirmationStore } from '../ConfirmationStore';
import { confirmationsApi } from '../confirmationsApi';
import { ConfirmSheet } from './ConfirmSheet';

/** Gives a page of the staff part its confirmations, and the sheet they are asked for on. */
export const WithConfirmations = observer(({ path, children }: { path: string; children: ReactNode }) => {
  const { client, door, session } = useStores();
  const isWide = useIsWide();
  const [store] = useState(() => new ConfirmationStore({ api: confirmationsApi(client), door, session, path }));
  useEffect(() => {
    // A computer has no WeChat of its own to ask; so has a browser that cannot reach WeChat's page.
    store.isAtADesk = door.kind === 'browser' && !door.isInsideWeChat && (isWide || session.canSignInHere !== true);
  }, [store, door, isWide, session.canSignInHere]);
  const { freshCode } = session;
  useEffect(() => {
    if (freshCode !== null) void store.takeUp();
  }, [freshCode, store]);
  useEffect(() => store.close, [store]);
  return (
    <ConfirmationContext.Provider value={store}>
      <View>
        <ConfirmSheet store={store} />
      </View>
      {children}
    </ConfirmationContext.Provider>
  );
});
