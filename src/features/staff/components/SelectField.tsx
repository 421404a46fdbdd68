import { Picker, View } from '@tarojs/components';
import { useId } from 'react';

interface SelectFieldProps<Id extends string> {
  label: string;
  options: readonly { id: Id; name: string }[];
  chosenId: Id | null;
  onChoose: (id: Id | null) => void;
  /** What stands there while nothing is chosen: 全部部门, 请选择. */
  none: string;
  hint?: string;
  error?: string | undefined;
}

/** One of many, chosen in the way the device has for it. */
export const SelectField = <Id extends string>({ label, options, chosenId, onChoose, none, hint, error }: SelectFieldProps<Id>) => {
  const id = useId();
  const wrong = error === undefined ? '' : 'is-wrong';
  const choose = (value: string) => onChoose(options.find((option) => option.id === value)?.id ?? null);
  if (process.env.TARO_ENV === 'h5') {
    return (
      <div className={`text-field ${wrong}`}>
        <label className="text-field-label" htmlFor={id}>
          {label}
        </label>
        {hint === undefined ? null : <div className="hint">{hint}</div>}
        <select className="text-field-input" id={id} value={chosenId ?? ''} aria-invalid={error !== undefined} onChange={(event) => choose(event.target.value)}>
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
        {error === undefined ? null : <div className="field-error">{error}</div>}
      </div>
    );
  }
  const chosen = options.find((option) => option.id === chosenId)?.name ?? none;
  return (
    <View className={`text-field ${wrong}`}>
      <View className="text-field-label">{label}</View>
      {hint === undefined ? null : <View className="hint">{hint}</View>}
      <Picker
        mode="selector"
        aria-role="button"
        aria-label={`${label}：${chosen}`}
        range={[none, ...options.map(({ name }) => name)]}
        value={options.findIndex((option) => option.id === chosenId) + 1}
        onChange={({ detail }) => onChoose(options[Number(detail.value) - 1]?.id ?? null)}
      >
        <View className="text-field-input">{chosen}</View>
      </Picker>
      {error === undefined ? null : <View className="field-error">{error}</View>}
    </View>
  );
};
