import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { workApi } from '../../workApi';
import { useStores } from '../../../../stores/StoreContext';
import type { DraftStore } from '../DraftStore';

/** So recent a change by somebody else means that they may still be at it. */
const recentMs = 10 * 60_000;

/** Warns before two people write over each other. What they do then is settled field by field. */
export const OthersNote = observer(({ store }: { store: DraftStore }) => {
  const { client, now } = useStores();
  const [ownId, setOwnId] = useState<string | null>(null);
  useEffect(() => {
    workApi(client)
      .readCurrentMember()
      .then(({ id }) => setOwnId(id))
      // Without the id there is no warning, and nothing is lost by that.
      .catch(() => undefined);
  }, [client]);
  const { draft } = store;
  if (draft === null || ownId === null || draft.updatedBy.id === ownId) return null;
  const age = now() - new Date(draft.updatedAt).getTime();
  if (age > recentMs) return null;
  const minutes = Math.max(0, Math.floor(age / 60_000));
  return (
    <View className="warning">
      {draft.updatedBy.name} {minutes === 0 ? '刚刚' : `${minutes} 分钟前`}改过这份稿子，可能还在写。请先和对方商量好谁来改。
    </View>
  );
});
