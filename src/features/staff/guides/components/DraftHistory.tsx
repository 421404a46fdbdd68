import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { Disclosure } from '../../../../components/Disclosure';
import { List, ListItem } from '../../../../components/List';
import { TextField } from '../../../../components/TextField';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import type { DraftSteps } from '../DraftSteps';
import type { GuideDraftStore } from '../GuideDraftStore';
import { ChangeList } from './ChangeList';

const digits = 6;

/** Who did what with the draft, newest first. */
const Timeline = observer(({ store }: { store: GuideDraftStore }) => {
  const { now } = useStores();
  return (
    <List>
      {store.draft?.events.map(({ name, by, at, reason, fields }) => (
        <ListItem key={`${at} ${name}`}>
          <View className="row">
            <View className="row-name">{name}</View>
            <View className="hint">{[by, dateAndTime(at, now())].filter((part) => part !== null).join(' · ')}</View>
            {fields.length === 0 ? null : <View className="hint">{fields.join('、')}</View>}
            {reason === null ? null : <View>{reason}</View>}
          </View>
        </ListItem>
      ))}
    </List>
  );
});

/** Any two published versions beside each other. */
const Comparison = observer(({ steps, newest }: { steps: DraftSteps; newest: number }) => {
  const [from, setFrom] = useState(String(Math.max(1, newest - 1)));
  const [to, setTo] = useState(String(newest));
  const { comparison } = steps;
  return (
    <>
      <TextField label="从第几版" kind="number" value={from} maxLength={digits} onInput={setFrom} />
      <TextField label="到第几版" kind="number" value={to} maxLength={digits} onInput={setTo} />
      <View className="button-stack">
        <ActionButton look="secondary" label="比较" onPress={() => void steps.compare(Math.max(1, Number(from) || 1), Math.max(1, Number(to) || 1))} />
      </View>
      {comparison === null ? null : <ChangeList key={`${comparison.from}-${comparison.to}`} changes={comparison.changes} none={`第 ${comparison.from} 版和第 ${comparison.to} 版一样。`} />}
    </>
  );
});

/** What is looked up now and then: nothing of it is drawn before it is opened. */
export const DraftHistory = observer(({ store, steps }: { store: GuideDraftStore; steps: DraftSteps }) => {
  const [open, setOpen] = useState<'changes' | 'events' | 'versions' | null>(store.canEdit ? null : 'changes');
  const { draft } = store;
  if (draft === null) return null;
  const toggle = (part: 'changes' | 'events' | 'versions') => setOpen(open === part ? null : part);
  return (
    <View className="section sections">
      <Disclosure title={draft.baseVersion === null ? '新指南写了什么' : '和已发布的比，改了什么'} note={`${draft.changes.length} 处`} isOpen={open === 'changes'} onToggle={() => toggle('changes')}>
        <ChangeList changes={draft.changes} none="还没有改动。" />
      </Disclosure>
      <Disclosure title="经过" isOpen={open === 'events'} onToggle={() => toggle('events')}>
        <Timeline store={store} />
      </Disclosure>
      {draft.guideId !== null && draft.baseVersion !== null ? (
        <Disclosure title="比较以前的版本" isOpen={open === 'versions'} onToggle={() => toggle('versions')}>
          <Comparison steps={steps} newest={draft.newerVersion?.version ?? draft.baseVersion} />
        </Disclosure>
      ) : null}
    </View>
  );
});
