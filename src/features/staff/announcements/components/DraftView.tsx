import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { SummaryList } from '../../../../components/SummaryList';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { kindLabels, untitled } from '../announcementLabels';
import type { AnnouncementsApi } from '../announcementsApi';
import type { DraftDesk } from '../DraftDesk';
import { useDraftDesk } from '../useDraftDesk';
import { NotReady } from '../../components/NotReady';
import { Comparison } from './Comparison';
import { DraftSteps } from './DraftSteps';
import { FindingsPanel } from './FindingsPanel';
import { Preview } from './Preview';
import { Timeline } from './Timeline';

interface DraftViewProps {
  desk: DraftDesk;
  api: AnnouncementsApi;
  /** Begins to write; absent where nobody may. */
  onEdit: (() => void) | null;
  onTaken?: () => void;
}

/** A draft to be read and decided on: how it will look, what the check found, what happened, what may be done. */
export const DraftView = observer(({ desk, api, onEdit, onTaken }: DraftViewProps) => {
  const { now } = useStores();
  const { store } = desk;
  const { draft } = store;
  const [isShown, setIsShown] = useState(process.env.TARO_ENV === 'h5');
  if (draft === null) return null;
  const isApproved = draft.status === 'submitted' || draft.status === 'scheduled';
  return (
    <>
      <View className="section">
        <Heading level={2}>{untitled(draft.title)}</Heading>
        <SummaryList
          layout="rows"
          items={[
            { term: draft.isCorrection ? '更正' : '栏目', value: draft.isCorrection ? `${kindLabels[draft.kind]}，第 ${draft.baseVersion} 版的更正` : kindLabels[draft.kind] },
            { term: '部门', value: draft.department.name },
            { term: '写稿', value: draft.owner.name },
            { term: '最近改动', value: `${draft.updatedBy.name}，${dateAndTime(draft.updatedAt, now())}` },
            ...(draft.approvedBy === null ? [] : [{ term: '审核', value: draft.approvedBy.name }]),
            ...(draft.correctionReason === null ? [] : [{ term: '更正的原因', value: draft.correctionReason }]),
          ]}
        />
        {onEdit === null || !store.mayEdit ? null : (
          <>
            {isApproved ? <View className="warning">现在修改会收回到草稿，要重新提交审核。</View> : null}
            <ActionButton look="secondary" label={isApproved ? '收回来修改' : '修改'} onPress={onEdit} />
          </>
        )}
      </View>
      <DraftSteps desk={desk} {...(onTaken === undefined ? {} : { onTaken })} />
      {draft.findings.length === 0 ? null : <FindingsPanel store={store} onShow={() => onEdit?.()} />}
      {draft.isCorrection ? <Comparison api={api} draftId={draft.id} revision={draft.revision} /> : null}
      {isShown ? <Preview values={store.values} departmentName={draft.department.name} pictureUrl={desk.pictures.urlOf} /> : <ShowPreview onShow={() => setIsShown(true)} />}
      <Timeline events={draft.events} />
    </>
  );
});

export const ShowPreview = ({ onShow }: { onShow: () => void }) => (
  <View className="section">
    <ActionButton look="secondary" label="看看群众看到的样子" onPress={onShow} />
  </View>
);

/** The same beside the list, fetched when its row is chosen. */
export const DraftBesideList = observer(({ draftId, onEdit, onTaken }: { draftId: string; onEdit: () => void; onTaken: () => void }) => {
  const { desk, api } = useDraftDesk(draftId);
  const { state } = desk.store;
  if (state.status !== 'ready') return <NotReady state={state} onRetry={() => void desk.store.load()} />;
  return <DraftView desk={desk} api={api} onEdit={onEdit} onTaken={onTaken} />;
});
