import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Tappable } from '../../../../components/Tappable';
import { TextField } from '../../../../components/TextField';
import { fieldWords } from '../fieldLabels';
import { PickStore, type PickSource } from '../PickStore';

interface PickFieldProps {
  field: 'topics' | 'guideIds' | 'officeCodes' | 'explainedIds';
  chosen: readonly string[];
  source: PickSource;
  most: number;
  onChange: (ids: string[]) => void;
}

/** Several of many, found by name. */
export const PickField = observer(({ field, chosen, source, most, onChange }: PickFieldProps) => {
  const [store] = useState(() => new PickStore(source));
  const { label, hint } = fieldWords[field];
  const { found, failure } = store;
  useEffect(() => {
    if (chosen.length > 0) void store.learnNames(chosen);
  }, [chosen, store]);
  const open = found?.filter(({ id }) => !chosen.includes(id)) ?? [];
  return (
    <View className="pick-field">
      <TextField
        label={label}
        {...(hint === undefined ? {} : { hint })}
        kind="search"
        value={store.words}
        maxLength={60}
        onInput={store.type}
        onSubmit={() => void store.search()}
        anchor={`field-${field}`}
      />
      {chosen.map((id) => (
        <View key={id} className="row is-inline">
          <View className="row-name">{store.names.get(id) ?? '正在查名称'}</View>
          <Tappable className="text-link" label={`去掉${store.names.get(id) ?? id}`} onPress={() => onChange(chosen.filter((each) => each !== id))}>
            去掉
          </Tappable>
        </View>
      ))}
      {chosen.length >= most ? (
        <View className="hint">最多选 {most} 个。</View>
      ) : (
        <ActionButton look="plain" label={store.isSearching ? '正在查找' : '查找'} isBusy={store.isSearching} onPress={() => void store.search()} />
      )}
      {failure === null ? null : <View className="field-error">{errorText(failure).title}</View>}
      {found === null ? null : open.length === 0 ? <View className="hint">没有找到，换个说法再试。</View> : null}
      {chosen.length >= most
        ? null
        : open.slice(0, 10).map((choice) => (
            <Tappable
              key={choice.id}
              className="row"
              label={`选${choice.name}`}
              onPress={() => {
                store.take(choice);
                onChange([...chosen, choice.id]);
              }}
            >
              <View>＋ {choice.name}</View>
              {choice.note === undefined ? null : <View className="hint">{choice.note}</View>}
            </Tappable>
          ))}
    </View>
  );
});
