import { View } from '@tarojs/components';
import { useState } from 'react';
import type { FormChoice, FormField } from '../../../../../server/contract/guideForm';
import { ActionButton } from '../../../../components/ActionButton';
import { List, ListItem } from '../../../../components/List';
import { Tappable } from '../../../../components/Tappable';
import { asItems, listOrNothing, newItem, titleOf, withField, type Item } from '../draftValues';
import { ValueEditor } from './ValueEditor';

interface ItemsEditorProps {
  field: FormField;
  choices: Readonly<Record<string, FormChoice[]>>;
  value: unknown;
  onChange: (value: unknown) => void;
  error?: string | undefined;
  anchor: string;
}

/** A list of things with fields of their own: one is open at a time, so that little is on the screen. */
export const ItemsEditor = ({ field, choices, value, onChange, error, anchor }: ItemsEditorProps) => {
  const items = asItems(value);
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const [removed, setRemoved] = useState<{ item: Item; index: number; title: string } | null>(null);
  // Fields that keep their own text are drawn anew when another item stands in their place.
  const [arrangement, setArrangement] = useState(0);
  const itemName = field.itemName ?? '项';
  const nameOf = (set: string, choice: string) => choices[set]?.find((each) => each.value === choice)?.name ?? choice;
  const put = (next: readonly Item[]) => onChange(listOrNothing(next, field));
  const arrange = (next: readonly Item[], open: number | null) => {
    setArrangement(arrangement + 1);
    setOpenIndex(open);
    put(next);
  };
  const move = (index: number, by: number) => {
    const next = [...items];
    const [item] = next.splice(index, 1);
    if (item === undefined) return;
    next.splice(index + by, 0, item);
    arrange(next, index + by);
  };
  const remove = (item: Item, index: number, title: string) => {
    setRemoved({ item, index, title });
    arrange(items.filter((_, each) => each !== index), null);
  };
  const restore = () => {
    if (removed === null) return;
    arrange([...items.slice(0, removed.index), removed.item, ...items.slice(removed.index)], removed.index);
    setRemoved(null);
  };
  const isFull = items.length >= (field.maxItems ?? Infinity);
  return (
    <View className="text-field" {...(process.env.TARO_ENV === 'h5' ? { id: anchor } : {})}>
      <View className="text-field-label">{field.label}</View>
      <View className="hint">{field.help}</View>
      {value !== undefined && items.length === 0 && field.emptyMeans !== undefined ? <View className="notice">群众看到的是：{field.emptyMeans}</View> : null}
      {error === undefined ? null : <View className="field-error">{error}</View>}
      <List>
        {items.map((item, index) => {
          const isOpen = index === openIndex;
          const title = titleOf(item, field, nameOf) || `（没有写名称的${itemName}）`;
          return (
            <ListItem key={`${arrangement}-${index}`}>
              <Tappable className={`row has-chevron ${isOpen ? 'is-open' : ''}`} label={`${index + 1}. ${title}`} isExpanded={isOpen} onPress={() => setOpenIndex(isOpen ? null : index)}>
                {index + 1}. {title}
              </Tappable>
              {isOpen ? (
                <View className="disclosure-content">
                  {(field.itemFields ?? []).map((itemField) => (
                    <ValueEditor
                      key={itemField.field}
                      field={itemField}
                      choices={choices}
                      value={item[itemField.field]}
                      onChange={(next) => put(items.map((each, at) => (at === index ? withField(each, itemField.field, next) : each)))}
                      anchor={`${anchor}-${index}-${itemField.field}`}
                    />
                  ))}
                  <View className="button-pair guide-item-actions">
                    {index > 0 ? <ActionButton look="secondary" label="往前移" onPress={() => move(index, -1)} /> : null}
                    {index < items.length - 1 ? <ActionButton look="secondary" label="往后移" onPress={() => move(index, 1)} /> : null}
                    <ActionButton look="danger" label={`删去这${itemName === '环节' || itemName === '问题' ? '个' : '项'}${itemName}`} onPress={() => remove(item, index, title)} />
                  </View>
                </View>
              ) : null}
            </ListItem>
          );
        })}
      </List>
      {removed === null ? null : (
        <View className="beside">
          <View className="hint">已删去“{removed.title}”</View>
          <ActionButton look="plain" label="放回去" onPress={restore} />
        </View>
      )}
      {isFull ? null : <ActionButton look="secondary" label={`加一项${itemName}`} onPress={() => arrange([...items, newItem(field.itemFields ?? [])], items.length)} />}
      {items.length === 0 && value === undefined && field.emptyMeans !== undefined ? <ActionButton look="plain" label={`写明${field.emptyMeans}`} onPress={() => onChange([])} /> : null}
    </View>
  );
};
