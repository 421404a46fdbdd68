import { View } from '@tarojs/components';
import { useState } from 'react';
import { toApiError } from '../../../api/ApiError';
import { errorText } from '../../../api/errorMessages';
import { ActionButton } from '../../../components/ActionButton';
import { Heading } from '../../../components/Heading';

/** Asks once more, on the page itself, because nothing brings the account back. */
export const DeleteAccount = ({ onDelete }: { onDelete: () => Promise<void> }) => {
  const [step, setStep] = useState<'closed' | 'asking' | 'busy'>('closed');
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = () => {
    setStep('busy');
    onDelete().catch((error: unknown) => {
      const { title, nextAction } = errorText(toApiError(error));
      setFailure(`${title}，${nextAction}`);
      setStep('asking');
    });
  };
  return (
    <View className="section button-stack">
      <Heading level={2}>注销账号</Heading>
      <View className="paragraph">注销后，您的收藏、手机号和登录记录立即删除，不能恢复。</View>
      {failure === null ? null : <View className="field-error">{failure}</View>}
      {step === 'closed' ? (
        <ActionButton look="danger" label="注销账号" onPress={() => setStep('asking')} />
      ) : (
        <>
          <ActionButton look="danger" label="确定注销，删除全部资料" isBusy={step === 'busy'} onPress={confirm} />
          <ActionButton look="secondary" label="不注销" onPress={() => setStep('closed')} />
        </>
      )}
    </View>
  );
};
