import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { TextArea } from '../../../../components/TextArea';

export interface OfferedStep {
  id: string;
  button: string;
  look: 'primary' | 'secondary' | 'plain' | 'danger';
  reason: { label: string; hint: string } | null;
  confirmation: string | null;
  /** Why it cannot be taken yet. */
  obstacle?: string | null;
}

interface StepPanelProps {
  steps: readonly OfferedStep[];
  isBusy: boolean;
  onTake: (id: string, reason: string | null) => void;
}

/** The steps that may be taken now. What cannot be undone, or must be given a reason, is asked about first. */
export const StepPanel = observer(({ steps, isBusy, onTake }: StepPanelProps) => {
  const [askedId, setAskedId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const asked = steps.find(({ id }) => id === askedId);
  const press = (step: OfferedStep) => {
    if (step.reason === null && step.confirmation === null) return onTake(step.id, null);
    setAskedId(step.id);
    setReason('');
    setIsMissing(false);
  };
  if (asked !== undefined) {
    const confirm = () => {
      const words = reason.trim();
      setIsMissing(asked.reason !== null && words === '');
      if (asked.reason !== null && words === '') return;
      onTake(asked.id, asked.reason === null ? null : words);
      setAskedId(null);
    };
    return (
      <View className="button-stack">
        <Heading level={3}>{asked.button}</Heading>
        {asked.confirmation === null ? null : <View className="paragraph">{asked.confirmation}</View>}
        {asked.reason === null ? null : (
          <TextArea label={asked.reason.label} hint={asked.reason.hint} value={reason} maxLength={300} onInput={setReason} error={isMissing ? '请写明原因。' : undefined} anchor="step-reason" />
        )}
        <ActionButton label={`确认${asked.button}`} look={asked.look === 'danger' ? 'danger' : 'primary'} isBusy={isBusy} onPress={confirm} />
        <ActionButton label="先不了" look="secondary" onPress={() => setAskedId(null)} />
      </View>
    );
  }
  return (
    <View className="button-stack">
      {steps.map((step) =>
        step.obstacle === undefined || step.obstacle === null ? (
          <ActionButton key={step.id} label={step.button} look={step.look} isBusy={isBusy} onPress={() => press(step)} />
        ) : (
          <View key={step.id} className="obstacle">
            <ActionButton label={step.button} look="secondary" isBusy />
            <View className="hint">{step.obstacle}</View>
          </View>
        ),
      )}
    </View>
  );
});
