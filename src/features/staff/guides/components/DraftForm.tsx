import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { FormGroup, GuideForm } from '../../../../../server/contract/guideForm';
import { Disclosure } from '../../../../components/Disclosure';
import { Heading } from '../../../../components/Heading';
import { List, ListItem } from '../../../../components/List';
import { Tappable } from '../../../../components/Tappable';
import type { GuideDraftStore } from '../GuideDraftStore';
import { FieldEditor } from './FieldEditor';

interface GroupsProps {
  store: GuideDraftStore;
  form: GuideForm;
  openId: string | null;
  onOpen: (id: string | null) => void;
}

/** How much of a group waits to be put right. */
const noteOf = (store: GuideDraftStore, { fields }: FormGroup): string | null => {
  const names = fields.map(({ field }) => field);
  const count = names.filter((name) => store.problems.has(name) || store.conflicts.has(name)).length + (store.draft?.check.findings.filter(({ field, isBlocking }) => isBlocking && names.includes(field)).length ?? 0);
  return count === 0 ? null : `${count} 处要改`;
};

const Fields = ({ store, form, group }: { store: GuideDraftStore; form: GuideForm; group: FormGroup }) => (
  <>
    {group.fields.map((field) => (
      <FieldEditor key={field.field} store={store} field={field} choices={form.choices} />
    ))}
  </>
);

/** On a phone: the groups below each other, one of them open. */
export const FoldedForm = observer(({ store, form, openId, onOpen }: GroupsProps) => (
  <View className="section sections">
    {form.groups.map((group) => (
      <Disclosure key={group.id} title={group.name} note={noteOf(store, group)} isOpen={openId === group.id} onToggle={() => onOpen(openId === group.id ? null : group.id)}>
        <Fields store={store} form={form} group={group} />
      </Disclosure>
    ))}
  </View>
));

/** At a desk: the groups on the left. */
export const GroupList = observer(({ store, form, openId, onOpen }: GroupsProps) => (
  <View className="section">
    <List>
      {form.groups.map((group) => {
        const note = noteOf(store, group);
        return (
          <ListItem key={group.id}>
            <Tappable className={`row ${openId === group.id ? 'is-current' : ''}`} label={note === null ? group.name : `${group.name}，${note}`} isPressed={openId === group.id} onPress={() => onOpen(group.id)}>
              {group.name}
              {note === null ? null : <View className="field-error">{note}</View>}
            </Tappable>
          </ListItem>
        );
      })}
    </List>
  </View>
));

/** The open group, at a desk. */
export const OpenGroup = observer(({ store, form, openId }: Omit<GroupsProps, 'onOpen'>) => {
  const group = form.groups.find(({ id }) => id === openId);
  if (group === undefined) return null;
  return (
    <View className="section">
      <Heading level={2}>{group.name}</Heading>
      <Fields key={group.id} store={store} form={form} group={group} />
    </View>
  );
});
