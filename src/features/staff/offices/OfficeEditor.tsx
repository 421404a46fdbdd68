import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../components/ActionButton';
import { Heading } from '../../../components/Heading';
import { List, ListItem } from '../../../components/List';
import { SummaryList } from '../../../components/SummaryList';
import { Tappable } from '../../../components/Tappable';
import { TextArea } from '../../../components/TextArea';
import { TextField } from '../../../components/TextField';
import { Failure } from '../components/Failure';
import { differences, officeFields } from './officeForm';
import type { OfficesStore } from './OfficesStore';

const WindowFields = ({ store, window, index }: { store: OfficesStore; window: OfficesStore['form']['windows'][number]; index: number }) => (
  <View className="button-stack">
    <TextField label="窗口编号" value={window.number} onInput={(value) => store.typeWindow(index, 'number', value)} maxLength={40} hint="例如 A01" />
    <TextField label="窗口名称" value={window.name} onInput={(value) => store.typeWindow(index, 'name', value)} maxLength={200} hint="例如“公安户政窗口”" />
    <TextField label="楼层" value={window.floor} onInput={(value) => store.typeWindow(index, 'floor', value)} maxLength={100} hint="例如“一楼”" />
    <ActionButton look="plain" label="去掉这个窗口" onPress={() => store.removeWindow(index)} />
  </View>
);

const Windows = observer(({ store }: { store: OfficesStore }) => (
  <View>
    <Heading level={3}>窗口</Heading>
    <List>
      {store.form.windows.map((window, index) => (
        // Typed rows have no key of their own.
        <ListItem key={index}>
          <Tappable className="row has-chevron" label={`窗口${window.number}，${window.name}，${window.floor}`} isExpanded={store.openWindow === index} onPress={() => store.toggleWindow(index)}>
            <View className="row-name">{window.number === '' ? '新的窗口' : `${window.number} · ${window.name}`}</View>
            <View className="hint">{window.floor}</View>
          </Tappable>
          {store.openWindow === index ? <WindowFields store={store} window={window} index={index} /> : null}
        </ListItem>
      ))}
    </List>
    {store.problems.windows === undefined ? null : <View className="field-error">{store.problems.windows}</View>}
    <ActionButton look="secondary" label="增加窗口" onPress={store.addWindow} />
  </View>
));

/** What somebody else has saved, against what is typed: nothing is lost, and the person chooses. */
const Conflict = observer(({ store }: { store: OfficesStore }) => {
  const { conflict, form } = store;
  if (conflict === null) return <Failure error={store.failure} />;
  return (
    <View className="button-stack">
      <Failure error={store.failure} />
      <Heading level={3}>和您填的不同的地方，现在是：</Heading>
      <SummaryList layout="rows" items={differences(form, conflict).map(({ label, stored }) => ({ term: label, value: stored }))} />
      <ActionButton look="secondary" label="保留我填的，再点保存" onPress={store.keepMine} />
      <ActionButton look="secondary" label="放弃我填的，改用现在的" onPress={store.takeTheirs} />
    </View>
  );
});

const Removing = observer(({ store }: { store: OfficesStore }) =>
  store.isRemoving ? (
    <View className="button-stack">
      <View className="paragraph">删除后不能恢复，窗口一起删除。还有指南写着在这里办时不会删除，会列出是哪些。</View>
      <ActionButton look="danger" label={store.isBusy ? '正在删除' : '确认删除'} isBusy={store.isBusy} onPress={() => void store.remove()} />
      <ActionButton look="plain" label="不删了" onPress={() => store.askToRemove(false)} />
    </View>
  ) : (
    <ActionButton look="danger" label="删除大厅" onPress={() => store.askToRemove(true)} />
  ),
);

/** All that can be said of a hall. */
export const OfficeEditor = observer(({ store }: { store: OfficesStore }) => (
  <View>
    {officeFields.map(({ id, label, maxLength, hint, isLong }) => {
      const shared = { label, maxLength, value: store.form.fields[id], onInput: (value: string) => store.type(id, value), error: store.problems[id], anchor: `office-${id}`, ...(hint === undefined ? {} : { hint }) };
      return isLong === true ? <TextArea key={`${store.openCode ?? ''} ${id}`} {...shared} /> : <TextField key={id} {...shared} />;
    })}
    <Windows store={store} />
    {Object.keys(store.problems).length === 0 ? null : <View className="field-error">有几项要改，请看上面标出的地方。</View>}
    <Conflict store={store} />
    <View className="button-stack">
      <ActionButton label={store.isBusy ? '正在保存' : '保存'} isBusy={store.isBusy} onPress={() => void store.save()} />
      {store.isNew ? null : (
        <>
          <ActionButton look="secondary" label="往前移一位" isBusy={store.isBusy} onPress={() => void store.shift(-1)} />
          <ActionButton look="secondary" label="往后移一位" isBusy={store.isBusy} onPress={() => void store.shift(1)} />
          {store.open?.allowedActions.includes('remove') === true ? <Removing store={store} /> : null}
        </>
      )}
      <ActionButton look="plain" label="不改了" onPress={store.fold} />
    </View>
  </View>
));
