import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { ItemType } from '../../../../../server/contract/guideContent';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Notice } from '../../../../components/Notice';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { openPage } from '../../../../platform/navigation';
import { newUuid } from '../../../../platform/newUuid';
import { NewGuideStore } from '../DraftListsStore';
import type { GuideDraftsApi } from '../guideDraftsApi';
import { Choices } from './Choices';

const longestName = 200;
const longestCode = 64;

/** What has to be known of a guide before it can be written. */
export const NewGuide = observer(({ api }: { api: GuideDraftsApi }) => {
  const [store] = useState(() => new NewGuideStore(api, newUuid));
  useEffect(() => void store.load(), [store]);
  const { form, failure } = store;
  const begin = () =>
    void store.begin().then((id) => {
      if (id !== null) openPage(paths.guideDraft(id));
    });
  if (form !== null && form.departments.length === 0) return <View className="hint">新写指南要由本部门的编辑来做。</View>;
  return (
    <View className="button-stack">
      {form === null || form.departments.length === 1 ? null : (
        <Choices
          label="哪个部门的"
          choices={form.departments.map(({ id, name }) => ({ value: id, name }))}
          chosen={store.departmentId === null ? [] : [store.departmentId]}
          onChange={([departmentId]) => store.fill({ departmentId: departmentId ?? null })}
          anchor="new-guide-department"
        />
      )}
      <TextField label="事项名称" hint="群众看到的名称，不写简称" value={store.name} maxLength={longestName} onInput={(name) => store.fill({ name })} anchor="new-guide-name" />
      <TextField label="实施编码" hint="实施清单里的编码，只用字母、数字和 . - _，发布后不能改" value={store.implementationCode} maxLength={longestCode} onInput={(implementationCode) => store.fill({ implementationCode })} anchor="new-guide-code" />
      <Choices label="事项类型" choices={form?.choices['itemType'] ?? []} chosen={store.itemType === null ? [] : [store.itemType]} onChange={([type]) => store.fill({ itemType: (type ?? null) as ItemType | null })} anchor="new-guide-type" />
      {store.isIncomplete ? <Notice text="请把上面几项都填好。" isFailure /> : null}
      {failure === null ? null : <Notice text={failure.fieldErrors[0]?.message ?? `${errorText(failure).title}，${errorText(failure).nextAction}`} isFailure />}
      <ActionButton label={store.isBusy ? '正在新建' : '开始写'} isBusy={store.isBusy} onPress={begin} />
    </View>
  );
});
