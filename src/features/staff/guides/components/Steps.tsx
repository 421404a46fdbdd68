import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Notice } from '../../../../components/Notice';
import { TextArea } from '../../../../components/TextArea';
import { paths } from '../../../../paths';
import type { DraftSteps } from '../DraftSteps';
import type { GuideDraftStore } from '../GuideDraftStore';

const mostCharacters = 500;

const Refusal = observer(({ steps }: { steps: DraftSteps }) => {
  const { failure, hindrance } = steps;
  if (hindrance !== null) return <Notice text={hindrance} isFailure />;
  if (failure === null) return null;
  const { title, nextAction } = errorText(failure);
  return (
    <>
      <Notice text={`${title}，${nextAction}`} isFailure />
      {failure.fieldErrors.map(({ field, message }) => (
        <View key={`${field} ${message}`} className="field-error">
          {message}
        </View>
      ))}
    </>
  );
});

const SendingBack = observer(({ steps }: { steps: DraftSteps }) => (
  <View className="button-stack">
    <TextArea label="要改什么" hint="写给编辑看的，写清楚改哪里、怎么改" value={steps.reason} onInput={steps.typeReason} maxLength={mostCharacters} error={steps.isReasonMissing ? '请写要改什么。' : undefined} anchor="return-reason" />
    <ActionButton label={steps.isBusy ? '正在退回' : '退回修改'} isBusy={steps.isBusy} onPress={() => void steps.sendBack()} />
    <ActionButton look="plain" label="不退回" onPress={() => steps.ask(null)} />
  </View>
));

const GivingUp = observer(({ steps }: { steps: DraftSteps }) => (
  <View className="button-stack">
    <View className="paragraph">放弃以后，这次改的不会发布，群众看到的不变。草稿留作记录，不能再改。</View>
    <ActionButton look="danger" label={steps.isBusy ? '正在放弃' : '确定放弃'} isBusy={steps.isBusy} onPress={() => void steps.withdraw()} />
    <ActionButton look="secondary" label="接着改" onPress={() => steps.ask(null)} />
  </View>
));

/** What can be done with the draft now. */
export const Steps = observer(({ store, steps }: { store: GuideDraftStore; steps: DraftSteps }) => {
  const { draft } = store;
  if (draft === null) return null;
  const can = (action: (typeof draft.allowedActions)[number]) => draft.allowedActions.includes(action);
  if (steps.asked === 'return') return <Framed steps={steps}><SendingBack steps={steps} /></Framed>;
  if (steps.asked === 'withdraw') return <Framed steps={steps}><GivingUp steps={steps} /></Framed>;
  return (
    <Framed steps={steps}>
      <View className="button-stack">
        {can('publish') ? <ActionButton label={steps.isBusy ? '正在发布' : '通过并发布'} isBusy={steps.isBusy} onPress={() => void steps.publish()} /> : null}
        {can('return') ? <ActionButton look="secondary" label="退回修改" onPress={() => steps.ask('return')} /> : null}
        {can('submit') ? <ActionButton label={steps.isBusy ? '正在提交' : '提交审核'} isBusy={steps.isBusy} onPress={() => void steps.submit()} /> : null}
        {draft.status === 'submitted' && can('save') ? <View className="hint">已经提交，等另一位审核人来审。这时再改，会收回来，要重新提交。</View> : null}
        {draft.approvalNote !== null && !can('save') ? <View className="hint">{draft.approvalNote}</View> : null}
        {can('withdraw') ? <ActionButton look="plain" label="放弃这次修改" onPress={() => steps.ask('withdraw')} /> : null}
        {draft.status === 'published' && draft.guideId !== null ? (
          <LinkTo to={paths.guide(draft.guideId)} label="看群众看到的样子" className="text-link">
            看群众看到的样子
          </LinkTo>
        ) : null}
      </View>
    </Framed>
  );
});

const Framed = ({ steps, children }: { steps: DraftSteps; children: React.ReactNode }) => (
  <View className="section">
    <Heading level={2}>下一步</Heading>
    {children}
    <Refusal steps={steps} />
  </View>
);
