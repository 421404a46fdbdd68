import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { ActionButton } from '../../../components/ActionButton';
import { TextField } from '../../../components/TextField';

/** The contract's limit of a query. */
const longestQuery = 100;

/** The text being typed. In WeChat the field keeps it by itself: drawing every letter would cost a round trip each. */
export const ListSearch = ({ initial, onSearch }: { initial: string; onSearch: (text: string) => void }) => {
  const [text, setText] = useState(initial);
  const typed = useRef(initial);
  const note = (value: string) => {
    typed.current = value;
    if (process.env.TARO_ENV === 'h5') setText(value);
  };
  const search = () => onSearch(typed.current);
  return (
    <View className="search-form">
      <TextField label="标题、文号或内容里的词" isLabelHidden kind="search" value={text} maxLength={longestQuery} onInput={note} onSubmit={search} />
      <ActionButton label="搜索" onPress={search} />
    </View>
  );
};
