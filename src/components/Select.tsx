import { Picker, View } from '@tarojs/components';
import { useMemo } from 'react';

interface Option {
  id: string;
  name: string;
}

interface SelectProps {
  label: string;
  options: Option[];
  chosenId: string;
  onChoose: (id: string) => void;
}

/** One of many, by the platform's own chooser. */
export const Select = ({ label, options, chosenId, onChoose }: SelectProps) => {
  const names = useMemo(() => options.map(({ name }) => name), [options]);
  if (process.env.TARO_ENV === 'h5') {
    return (
      <select className="select" aria-label={label} value={chosenId} onChange={(event) => onChoose(event.target.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  const index = Math.max(
    0,
    options.findIndex(({ id }) => id === chosenId),
  );
  const chosen = options[index]?.name ?? '';
  return (
    <Picker
      mode="selector"
      range={names}
      value={index}
      aria-role="button"
      aria-label={`${label}：${chosen}`}
      onChange={(event) => {
        const option = options[Number(event.detail.value)];
        if (option !== undefined) onChoose(option.id);
      }}
    >
      <View className="select">{chosen}</View>
    </Picker>
  );
};
