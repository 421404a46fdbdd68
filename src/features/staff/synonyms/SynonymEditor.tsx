import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { StaffSynonym } from '../../../../server/contract/synonyms';
import { ActionButton } from '../../../components/ActionButton';
import { Tappable } from '../../../components/Tappable';
import { TextField } from '../../../components/TextField';
import { Failure } from '../components/Failure';
import type { SynonymsStore } from './SynonymsStore';

/** An entry, or a new one. */
export const SynonymEditor = observer(({ store, entry }: { store: SynonymsStore; entry: StaffSynonym | null }) => (
  <View className="button-stack">
    {entry === null ? <TextField label="群众怎么说" value={store.phrase} onInput={store.typePhrase} maxLength={50} hint="例如“上户口”" anchor="synonym-phrase" /> : null}
    <TextField label="当作哪些正式名称" value={store.terms} onInput={store.typeTerms} onSubmit={() => void store.save()} maxLength={500} hint="指南里用的词，几个之间用顿号隔开，例如“出生登记、户口登记”" anchor="synonym-terms" />
    {store.proposals.length === 0 ? null : (
      <View>
        <View className="hint">相近的事项，点一下就填上：</View>
        <View className="choices">
          {store.proposals.map((name) => (
            <Tappable key={name} className="choice" label={`填上${name}`} onPress={() => store.take(name)}>
              {name}
            </Tappable>
          ))}
        </View>
      </View>
    )}
    {store.problem === null ? null : <View className="field-error">{store.problem}</View>}
    <Failure error={store.failure} />
    <ActionButton label={store.isBusy ? '正在保存' : '保存'} isBusy={store.isBusy} onPress={() => void store.save()} />
    {entry?.allowedActions.includes('switch_off') === true ? <ActionButton look="secondary" label="停用这条说法" isBusy={store.isBusy} onPress={() => void store.switchOff(entry.phrase)} /> : null}
    {entry?.allowedActions.includes('restore') === true ? <ActionButton look="secondary" label={`恢复自带的：${entry.builtInTerms.join('、')}`} isBusy={store.isBusy} onPress={() => void store.remove(entry.phrase)} /> : null}
    {entry?.allowedActions.includes('remove') === true ? <ActionButton look="danger" label="删除这条说法" isBusy={store.isBusy} onPress={() => void store.remove(entry.phrase)} /> : null}
    <ActionButton look="plain" label="不改了" onPress={store.fold} />
  </View>
));
