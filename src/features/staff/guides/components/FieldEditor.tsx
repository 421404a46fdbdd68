import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { FormField, GuideForm } from '../../../../../server/contract/guideForm';
import { ActionButton } from '../../../../components/ActionButton';
import type { GuideDraftStore } from '../GuideDraftStore';
import { ItemsEditor } from './ItemsEditor';
import { ValueEditor } from './ValueEditor';

/** Where a finding leads to. */
export const anchorOf = (field: string): string => `guide-field-${field}`;

/** Two wrote in the same field: both versions are there, and one is chosen. */
const Conflict = observer(({ store, field }: { store: GuideDraftStore; field: FormField }) => {
  const message = store.conflicts.get(field.field);
  if (message === undefined) return null;
  const theirs = store.draft?.changes.find((change) => change.field === field.field)?.after ?? '和已发布的一样';
  return (
    <View className="guide-conflict">
      <View className="field-error">{message}您写的还在上面，请选用谁的。</View>
      <View className="summary-term">对方写的</View>
      <View className="paragraph">{theirs}</View>
      <View className="button-pair">
        <ActionButton look="secondary" label={`${field.label}用我的`} onPress={() => store.resolve(field.field, 'mine')} />
        <ActionButton look="secondary" label={`${field.label}用对方的`} onPress={() => store.resolve(field.field, 'theirs')} />
      </View>
    </View>
  );
});

/** One field of the guide. */
export const FieldEditor = observer(({ store, field, choices }: { store: GuideDraftStore; field: FormField; choices: GuideForm['choices'] }) => {
  const drawn = store.replaced.get(field.field) ?? 0;
  const shared = {
    choices,
    value: store.valueOf(field.field),
    onChange: (value: unknown) => store.change(field.field, value),
    error: store.problems.get(field.field),
    anchor: anchorOf(field.field),
  };
  return (
    <>
      {field.kind === 'items' ? <ItemsEditor key={drawn} field={field} {...shared} /> : <ValueEditor key={drawn} field={field} {...shared} />}
      <Conflict store={store} field={field} />
    </>
  );
});
