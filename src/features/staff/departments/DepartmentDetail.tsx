import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../components/ActionButton';
import { List, ListItem } from '../../../components/List';
import { Tappable } from '../../../components/Tappable';
import { TextField } from '../../../components/TextField';
import { Failure } from '../components/Failure';
import type { DepartmentsStore } from './DepartmentsStore';

const longestName = 60;

const NameForm = observer(({ store, label, button }: { store: DepartmentsStore; label: string; button: string }) => (
  <View className="button-stack">
    <TextField
      label={label}
      value={store.name}
      onInput={store.typeName}
      onSubmit={() => void store.saveName()}
      maxLength={longestName}
      error={store.isNameMissing ? '请填写部门的全称。' : undefined}
      anchor="department-name"
    />
    <Failure error={store.failure} />
    <ActionButton label={store.isBusy ? '正在保存' : button} isBusy={store.isBusy} onPress={() => void store.saveName()} />
    <ActionButton look="plain" label="不改了" onPress={() => store.showForm(null)} />
  </View>
));

const MoveForm = observer(({ store }: { store: DepartmentsStore }) => (
  <View>
    <View className="hint">选新的上级。移动以后，上级部门的管理员和编辑立刻可以管理这个部门的内容。</View>
    <Failure error={store.failure} />
    <List>
      {store.possibleParents.map(({ id, name }) => (
        <ListItem key={id}>
          <Tappable className="row" label={`移到${name}下面`} onPress={() => void store.moveBelow(id)}>
            <View className="row-name">{name}</View>
          </Tappable>
        </ListItem>
      ))}
    </List>
    {store.possibleParents.length === 0 ? <View className="hint">没有别的部门可以选。</View> : null}
    <ActionButton look="plain" label="不移了" onPress={() => store.showForm(null)} />
  </View>
));

const RemoveForm = observer(({ store }: { store: DepartmentsStore }) => (
  <View className="button-stack">
    <View className="paragraph">删除后不能恢复。还有指南、工作人员或下级部门时不会删除，会列出有哪些。</View>
    <Failure error={store.failure} />
    <ActionButton look="danger" label={store.isBusy ? '正在删除' : '确认删除'} isBusy={store.isBusy} onPress={() => void store.remove()} />
    <ActionButton look="plain" label="不删了" onPress={() => store.showForm(null)} />
  </View>
));

/** What can be done with the open department; the server says what. */
export const DepartmentDetail = observer(({ store }: { store: DepartmentsStore }) => {
  const { open } = store;
  if (open === null) return null;
  switch (store.form) {
    case 'rename':
      return <NameForm store={store} label="部门全称" button="保存名称" />;
    case 'add':
      return <NameForm store={store} label={`在“${open.name}”下面增加`} button="增加部门" />;
    case 'move':
      return <MoveForm store={store} />;
    case 'remove':
      return <RemoveForm store={store} />;
    case null: {
      const may = (action: (typeof open.allowedActions)[number]): boolean => open.allowedActions.includes(action);
      return (
        <View className="button-stack">
          <Failure error={store.failure} />
          {may('add_below') ? <ActionButton look="secondary" label="在下面增加部门" onPress={() => store.showForm('add')} /> : null}
          {may('rename') ? <ActionButton look="secondary" label="改名" onPress={() => store.showForm('rename')} /> : null}
          {may('move') ? (
            <>
              <ActionButton look="secondary" label="往前移一位" isBusy={store.isBusy} onPress={() => void store.shift(-1)} />
              <ActionButton look="secondary" label="往后移一位" isBusy={store.isBusy} onPress={() => void store.shift(1)} />
              <ActionButton look="secondary" label="移到别的部门下面" onPress={() => store.showForm('move')} />
            </>
          ) : null}
          {may('remove') ? <ActionButton look="danger" label="删除部门" onPress={() => store.showForm('remove')} /> : null}
        </View>
      );
    }
  }
});
