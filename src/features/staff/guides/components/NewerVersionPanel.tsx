import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import type { DraftSteps } from '../DraftSteps';
import type { GuideDraftStore } from '../GuideDraftStore';
import { ChangeList } from './ChangeList';
import { Choices } from './Choices';

const sides = [
  { value: 'draft', name: '用草稿的' },
  { value: 'newer', name: '用新版本的' },
];

/** Something was published since the draft began: what, and how both come together. */
export const NewerVersionPanel = observer(({ store, steps }: { store: GuideDraftStore; steps: DraftSteps }) => {
  const { now } = useStores();
  const newer = store.draft?.newerVersion ?? null;
  if (newer === null) return null;
  return (
    <View className="section guide-newer">
      <Heading level={2}>指南有了新版本</Heading>
      <View className="paragraph">
        {dateAndTime(newer.publishedAt, now())}发布了第 {newer.version} 版，不是从这份草稿来的。并入以后才能提交：只有一边改过的，照改过的；两边都改了的，请选用谁的。
      </View>
      <ChangeList changes={newer.changes} none="新版本的内容没有变。" />
      {newer.bothChanged.map(({ field, label }) => (
        <Choices
          key={field}
          label={`${label}：两边都改了`}
          choices={sides}
          chosen={[steps.kept.has(field) ? 'draft' : 'newer']}
          onChange={([side]) => {
            if (side !== undefined) steps.keep(field, side === 'draft');
          }}
          anchor={`newer-${field}`}
        />
      ))}
      {store.draft?.allowedActions.includes('take_over') === true ? (
        <View className="button-stack">
          <ActionButton label={steps.isBusy ? '正在并入' : `并入第 ${newer.version} 版`} isBusy={steps.isBusy} onPress={() => void steps.takeOver()} />
        </View>
      ) : null}
    </View>
  );
});
