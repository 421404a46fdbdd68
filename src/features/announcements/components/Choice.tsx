import { Picker, View } from '@tarojs/components';

export interface Option {
  id: string;
  name: string;
}

interface ChoiceProps {
  label: string;
  options: readonly Option[];
  chosenId: string | null;
  onChoose: (id: string | null) => void;
}

/** One of many, chosen in the way the device has for it. The first choice is all of them. */
export const Choice = ({ label, options, chosenId, onChoose }: ChoiceProps) => {
  if (options.length === 0) return null;
  const chosen = options.find(({ id }) => id === chosenId);
  if (process.env.TARO_ENV === 'h5') {
    return (
      <label className="filter">
        <span className="only-read-aloud">{label}</span>
        <select className={chosen === undefined ? 'filter-choice' : 'filter-choice is-chosen'} value={chosenId ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
          <option value="">全部{label}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <Picker
      className="filter"
      mode="selector"
      range={[`全部${label}`, ...options.map(({ name }) => name)]}
      value={options.findIndex(({ id }) => id === chosenId) + 1}
      onChange={({ detail }) => onChoose(options[Number(detail.value) - 1]?.id ?? null)}
    >
      <View className={chosen === undefined ? 'filter-choice' : 'filter-choice is-chosen'} aria-role="button" aria-label={`${label}：${chosen?.name ?? '全部'}`}>
        {chosen?.name ?? `全部${label}`}
      </View>
    </Picker>
  );
};
