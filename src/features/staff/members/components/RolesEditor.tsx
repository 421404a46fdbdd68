import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { GrantedRole } from '../../../../../server/contract/staff';
import type { StaffDepartment } from '../../../../../server/contract/staffDepartments';
import { ActionButton } from '../../../../components/ActionButton';
import { List, ListItem } from '../../../../components/List';
import { SelectField } from '../../components/SelectField';
import { roleLabels } from '../../staffLabels';
import { roleOptions } from '../memberLabels';
import type { RolesStore } from '../RolesStore';

interface RolesEditorProps {
  store: RolesStore;
  /** Those the administrator answers for: only there can anything be given or taken away. */
  departments: readonly StaffDepartment[];
  /** For the names of departments that are not the administrator's. */
  held?: readonly GrantedRole[];
  error?: string | undefined;
}

/** Roles one by one: what there is, with a way to take it away, and a way to add one. */
export const RolesEditor = observer(({ store, departments, held = [], error }: RolesEditorProps) => {
  const nameOf = (id: string): string => departments.find((each) => each.id === id)?.name ?? held.find(({ department }) => department.id === id)?.department.name ?? '';
  return (
    <View className="button-stack">
      <List>
        {store.grants.map((grant) => {
          const name = `${nameOf(grant.departmentId)} · ${roleLabels[grant.role]}`;
          return (
            <ListItem key={`${grant.role}:${grant.departmentId}`}>
              <View className="row">
                <View className="row-name">{name}</View>
                {departments.some(({ id }) => id === grant.departmentId) ? (
                  <ActionButton look="plain" label={`收回 ${name}`} onPress={() => store.remove(grant)} />
                ) : (
                  <View className="hint">别的部门授予的，这里不能收回</View>
                )}
              </View>
            </ListItem>
          );
        })}
      </List>
      <SelectField label="职责" options={roleOptions} chosenId={store.role} onChoose={store.chooseRole} none="请选择" />
      <SelectField
        label="在哪个部门"
        hint="对下级部门同样有效"
        options={departments}
        chosenId={store.departmentId}
        onChoose={store.chooseDepartment}
        none="请选择"
        error={store.isIncomplete ? '请选好职责和部门。' : error}
      />
      <ActionButton look="secondary" label="加上这项" onPress={store.add} />
    </View>
  );
});
