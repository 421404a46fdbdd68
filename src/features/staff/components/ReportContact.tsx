import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ContactPurpose } from '../../../../server/contract/staff';
import { errorText } from '../../../api/errorMessages';
import { ActionButton } from '../../../components/ActionButton';
import { ChoiceGroup } from '../../../components/ChoiceGroup';
import { Notice } from '../../../components/Notice';
import { PhoneLink } from '../../../components/PhoneLink';
import { useConfirmations } from '../confirmation/ConfirmationContext';
import type { ReportsStore } from '../ReportsStore';
import { contactPurposes } from '../staffLabels';

/** The way to the whole number: what for, confirmed afresh, on record. */
export const ReportContact = observer(({ store }: { store: ReportsStore }) => {
  const { withConfirmation } = useConfirmations();
  const [isAsked, setAsked] = useState(false);
  const [purpose, setPurpose] = useState<ContactPurpose | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { contactPhone, contactFailure, isReadingContact } = store;
  if (contactPhone !== null) return <PhoneLink name="群众电话" phone={contactPhone} />;
  if (!isAsked) return <ActionButton look="secondary" label="查看完整电话" onPress={() => setAsked(true)} />;
  const read = () => {
    setMissing(purpose === null);
    if (purpose !== null) void store.readContact(purpose, withConfirmation);
  };
  const text = contactFailure === null ? null : errorText(contactFailure);
  return (
    <View className="button-stack">
      <ChoiceGroup
        label="为什么要看电话"
        options={contactPurposes}
        chosenId={purpose}
        onChoose={(id) => {
          setPurpose(id);
          setMissing(false);
        }}
        error={isMissing ? '请选一项。' : undefined}
        anchor="contact-purpose"
      />
      <View className="hint">要由您本人确认，并记入操作记录。</View>
      {text === null ? null : <Notice text={`${text.title}，${text.nextAction}`} isFailure />}
      <ActionButton look="secondary" label={isReadingContact ? '正在等待确认' : '查看群众的完整电话'} isBusy={isReadingContact} onPress={read} />
    </View>
  );
});
