import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { DraftStep } from '../../../../../server/contract/announcementDrafts';
import { errorText } from '../../../../api/errorMessages';
import { Heading } from '../../../../components/Heading';
import { Notice } from '../../../../components/Notice';
import { StatusTag } from '../../../../components/StatusTag';
import { ActionButton } from '../../../../components/ActionButton';
import { draftStatusLabels, draftSteps } from '../announcementLabels';
import type { DraftDesk } from '../DraftDesk';
import { publishTimeWords } from '../publishTime';
import { PublishTime } from './PublishTimeField';
import { StepPanel, type OfferedStep } from './StepPanel';

const order = Object.keys(draftSteps) as DraftStep[];

/** Where the draft stands, and what may be done with it now. */
export const DraftSteps = observer(({ desk, onTaken }: { desk: DraftDesk; onTaken?: (step: DraftStep) => void }) => {
  const { store } = desk;
  const { draft, faults } = store;
  const [isAskingTime, setIsAskingTime] = useState(false);
  const [time, setTime] = useState<string | null>(null);
  if (draft === null) return null;
  const take = async (step: DraftStep, more: { reason?: string; publishAt?: string } = {}) => {
    desk.flush();
    if (await store.takeStep(step, more)) onTaken?.(step);
  };
  const obstacleOf = (step: DraftStep): string | null => {
    if (store.clashes.length > 0) return '请先选好用谁写的内容。';
    if ((step === 'submit' || step === 'approve' || step === 'approve_for_later' || step === 'publish_now') && faults.length > 0) return `还有 ${faults.length} 处必须改的，改好才能${draftSteps[step].button}。`;
    return null;
  };
  const offered: OfferedStep[] = order.filter((step) => draft.allowedActions.includes(step)).map((step) => ({ id: step, ...draftSteps[step], obstacle: obstacleOf(step) }));
  const begin = (id: string, reason: string | null) => {
    const step = id as DraftStep;
    if (step !== 'approve_for_later') return void take(step, reason === null ? {} : { reason });
    setTime(draft.publishAt);
    setIsAskingTime(true);
  };
  const status = draftStatusLabels[draft.status];
  return (
    <View className="section">
      <View className="beside">
        <Heading level={2}>办理</Heading>
        <StatusTag tone={status.tone}>{status.name}</StatusTag>
      </View>
      {draft.status === 'scheduled' && draft.publishAt !== null ? <View className="paragraph">{publishTimeWords(draft.publishAt)}自动发布。</View> : null}
      {draft.allowedActions.length === 0 ? <View className="hint">{waitingWords[draft.status]}</View> : null}
      {store.failure === null || store.saveState === 'refused' ? null : <Notice text={`${errorText(store.failure).title}，${errorText(store.failure).nextAction}`} isFailure />}
      {isAskingTime ? (
        <View className="button-stack">
          <PublishTime value={time} onChange={setTime} anchor="approve-time" />
          <ActionButton
            label="审核通过，到这个时间发布"
            isBusy={time === null || store.isStepping}
            onPress={() => {
              if (time !== null) void take('approve_for_later', { publishAt: time });
              setIsAskingTime(false);
            }}
          />
          <ActionButton label="先不了" look="secondary" onPress={() => setIsAskingTime(false)} />
        </View>
      ) : (
        <StepPanel steps={offered} isBusy={store.isStepping} onTake={begin} />
      )}
    </View>
  );
});

const waitingWords = {
  draft: '只有写稿的部门能改。',
  submitted: '等审核人审核。写过这份稿子的人不能自己审核。',
  returned: '等写稿的人修改。',
  scheduled: '到时间自动发布。',
  published: '已经发布。要改，请在已发布的公告里点“更正”。',
  discarded: '已经作废，不能再改。',
} as const;
