import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { Page } from '../../../../components/Page';
import { FailurePanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { paths } from '../../../../paths';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { DraftEditor } from '../../announcements/components/DraftEditor';
import { DraftView } from '../../announcements/components/DraftView';
import { RestoreOffer } from '../../announcements/components/RestoreOffer';
import { useDraftDesk, useSafekeeping } from '../../announcements/useDraftDesk';
import { StaffOnly } from '../../components/StaffOnly';
import '../../announcements/announcements.scss';

const Draft = observer(({ draftId }: { draftId: string }) => {
  const { session } = useStores();
  const { desk, api } = useDraftDesk(draftId);
  useSafekeeping(desk);
  const { store } = desk;
  const { state, draft } = store;
  const { resumedAct } = session;
  const [isWriting, setIsWriting] = useState<boolean | null>(null);
  // Back from signing in: what was kept on this device is offered by itself.
  useEffect(() => {
    if (resumedAct === 'save-draft') session.takeUp('save-draft');
  }, [resumedAct, session]);
  if (state.status === 'failed') return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
  if (draft === null) {
    return (
      <View className="section">
        <SkeletonRows count={8} />
      </View>
    );
  }
  if (store.restorable !== null) return <RestoreOffer store={store} />;
  // What waits for approval is read first: to type in it takes it back.
  const isOpen = draft.status === 'draft' || draft.status === 'returned';
  const isEditing = store.mayEdit && (isWriting ?? isOpen);
  return isEditing ? (
    <DraftEditor desk={desk} api={api} onClose={() => setIsWriting(false)} />
  ) : (
    <View className="draft-view">
      <DraftView desk={desk} api={api} onEdit={store.mayEdit ? () => setIsWriting(true) : null} />
    </View>
  );
});

const DraftPage = observer(() => {
  const { draftId } = useRouter().params;
  const id = pageParameter(draftId);
  return (
    <Page title="公告稿" isWide>
      <StaffOnly path={paths.announcementDraft(id)}>
        <Draft draftId={id} />
      </StaffOnly>
    </Page>
  );
});

export default DraftPage;
