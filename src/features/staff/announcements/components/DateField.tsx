import { Picker, View } from '@tarojs/components';
import { plainDate } from '../../../../text/dates';
import { Tappable } from '../../../../components/Tappable';

interface DateFieldProps {
  label: string;
  hint?: string;
  kind?: 'date' | 'time';
  /** 2026-12-01 or 09:30; empty when none is given. */
  value: string;
  onInput: (value: string) => void;
  anchor: string;
}

/** A day or a time, by the platform's own chooser. */
export const DateField = ({ label, hint, kind = 'date', value, onInput, anchor }: DateFieldProps) => {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <div className="text-field">
        <label className="text-field-label" htmlFor={anchor}>
          {label}
        </label>
        {hint === undefined ? null : (
          <div className="hint" id={`${anchor}-hint`}>
            {hint}
          </div>
        )}
        <input className="text-field-input" id={anchor} type={kind} value={value} aria-describedby={hint === undefined ? undefined : `${anchor}-hint`} onChange={(event) => onInput(event.target.value)} />
      </div>
    );
  }
  const words = value === '' ? (kind === 'date' ? '选日期' : '选时间') : kind === 'date' ? plainDate(value) : value;
  return (
    <View className="text-field">
      <View className="text-field-label">{label}</View>
      {hint === undefined ? null : <View className="hint">{hint}</View>}
      <Picker mode={kind as 'date'} aria-role="button" aria-label={`${label}，${words}`} value={value} onChange={(event: { detail: { value: string } }) => onInput(event.detail.value)}>
        <View className="text-field-input">{words}</View>
      </Picker>
      {value === '' ? null : (
        <Tappable className="text-link" label={`清空${label}`} onPress={() => onInput('')}>
          清空
        </Tappable>
      )}
    </View>
  );
};
