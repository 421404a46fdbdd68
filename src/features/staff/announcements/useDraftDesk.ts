import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useStores } from '../../../stores/StoreContext';
import { chooseFiles } from '../files/chooseFiles';
import { shownFile } from '../files/shownFile';
import { uploadStaffFile } from '../files/staffFilesApi';
import { announcementsApi, type AnnouncementsApi } from './announcementsApi';
import { DeviceCopy } from './DeviceCopy';
import { DraftDesk } from './DraftDesk';
import { DraftStore, type Later } from './DraftStore';

const later: Later = (act, milliseconds) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/** One draft with all that it needs from outside, and its data asked for. */
export function useDraftDesk(draftId: string): { desk: DraftDesk; api: AnnouncementsApi } {
  const { client, session, storage, now } = useStores();
  const [made] = useState(() => {
    const api = announcementsApi(client);
    const store = new DraftStore(draftId, { api, copy: new DeviceCopy(storage, draftId), now, later });
    const urls = new Map<string, Promise<string>>();
    const urlOf = (hash: string): Promise<string> => {
      const known = urls.get(hash) ?? shownFile(client, session, api.draftFilePath(draftId, hash));
      urls.set(hash, known);
      known.catch(() => urls.delete(hash));
      return known;
    };
    const desk = new DraftDesk(store, { api, upload: (purpose, file) => uploadStaffFile(client, purpose, file), choose: chooseFiles, pictures: { urlOf } });
    return { desk, api };
  });
  useEffect(() => {
    void made.desk.store.load();
  }, [made]);
  return made;
}

/** Saves when the page is hidden or left, and goes on when it is shown or the network is back. */
export function useSafekeeping(desk: DraftDesk): void {
  const { store } = desk;
  const leave = () => {
    desk.flush();
    store.leave();
  };
  useDidHide(leave);
  useUnload(leave);
  useDidShow(() => {
    // Somebody else may have written while another page was looked at.
    if (store.draft !== null && !store.hasUnsaved) void store.load();
    else void store.save();
  });
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const hide = () => {
      desk.flush();
      if (document.visibilityState === 'hidden') void store.save();
    };
    const warn = (event: BeforeUnloadEvent) => {
      desk.flush();
      // On this device everything is safe: only what is not even here is worth stopping somebody who leaves.
      if (store.hasUnsaved && !store.isOnDevice) event.preventDefault();
    };
    const online = () => void store.save();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', hide);
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', online);
    };
  }, [desk, store]);
}
