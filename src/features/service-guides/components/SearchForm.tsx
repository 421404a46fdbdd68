import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useRef, useState } from 'react';
import { ActionButton } from '../../../components/ActionButton';
import { TextField } from '../../../components/TextField';
import type { SearchStore } from '../SearchStore';

/** The contract's limit of a query. */
const longestQuery = 100;

/** The text being typed. In WeChat the field keeps it by itself: drawing every letter would cost a round trip each. */
export const SearchForm = observer(({ store }: { store: SearchStore }) => {
  const [text, setText] = useState(store.field.text);
  const typed = useRef(text);
  const note = (value: string) => {
    typed.current = value;
    if (process.env.TARO_ENV === 'h5') setText(value);
    store.type(value);
  };
  const search = () => void store.search(typed.current);
  return (
    <View className="search-form">
      <TextField label="您要办什么" isLabelHidden kind="search" value={text} maxLength={longestQuery} hasFocus={store.field.text === ''} onInput={note} onSubmit={search} />
      <ActionButton label="搜索" onPress={search} />
    </View>
  );
});
