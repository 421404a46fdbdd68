import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { ChoiceGroup } from '../../../../components/ChoiceGroup';
import { Heading } from '../../../../components/Heading';
import { Notice } from '../../../../components/Notice';
import { paths } from '../../../../paths';
import { openPage } from '../../../../platform/navigation';
import { kinds } from '../announcementLabels';
import type { NewDraftStore } from '../NewDraftStore';

/** Begins a draft. Only offered to whoever edits for some department. */
export const NewDraft = observer(({ store }: { store: NewDraftStore }) => {
  const [isOpen, setIsOpen] = useState(false);
  if (store.departments.length === 0) return null;
  const start = async () => {
    const draftId = await store.start();
    if (draftId !== null) openPage(paths.announcementDraft(draftId));
  };
  return (
    <View className="section">
      {isOpen ? (
        <View className="button-stack">
          <Heading level={2}>新建公告</Heading>
          <ChoiceGroup label="栏目" options={kinds} chosenId={store.kind} onChoose={store.chooseKind} error={store.isIncomplete && store.kind === null ? '请选一个栏目。' : undefined} anchor="new-kind" />
          {store.kind === null ? null : <View className="hint">{kinds.find(({ id }) => id === store.kind)?.note}</View>}
          {store.departments.length > 1 ? (
            <ChoiceGroup label="部门" options={store.departments} chosenId={store.departmentId} onChoose={store.chooseDepartment} error={store.isIncomplete && store.departmentId === null ? '请选一个部门。' : undefined} anchor="new-department" />
          ) : (
            <View className="hint">部门：{store.departments[0]?.name}</View>
          )}
          {store.failure === null ? null : <Notice text={`${errorText(store.failure).title}，${errorText(store.failure).nextAction}`} isFailure />}
          <ActionButton label={store.isBusy ? '正在新建' : '开始写'} isBusy={store.isBusy} onPress={() => void start()} />
          <ActionButton look="secondary" label="取消" onPress={() => setIsOpen(false)} />
        </View>
      ) : (
        <ActionButton label="新建公告" onPress={() => setIsOpen(true)} />
      )}
    </View>
  );
});
