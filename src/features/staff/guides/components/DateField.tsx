import { Picker, View } from '@tarojs/components';
import { ActionButton } from '../../../../components/ActionButton';
import { plainDate } from '../../../../text/dates';

interface DateFieldProps {
  label: string;
  help: string;
  /** 2026-12-01, or empty. */
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  anchor: string;
}

/** A day, chosen from the calendar of the system. */
export const DateField = ({ label, help, value, onChange, error, anchor }: DateFieldProps) => {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <div className={`text-field ${error === undefined ? '' : 'is-wrong'}`}>
        <label className="text-field-label" htmlFor={anchor}>
          {label}
        </label>
        {help === '' ? null : <div className="hint">{help}</div>}
        <input className="text-field-input" id={anchor} type="date" value={value} aria-invalid={error !== undefined} onChange={(event) => onChange(event.target.value)} />
        {error === undefined ? null : <div className="field-error">{error}</div>}
      </div>
    );
  }
  return (
    <View className="text-field">
      <View className="text-field-label">{label}</View>
      {help === '' ? null : <View className="hint">{help}</View>}
      <Picker mode="date" value={value} onChange={(event) => onChange(event.detail.value)}>
        <View className="text-field-input" aria-role="button" aria-label={label}>
          {value === '' ? '点这里选日期' : plainDate(value)}
        </View>
      </Picker>
      {value === '' ? null : <ActionButton look="plain" label={`不写${label}`} onPress={() => onChange('')} />}
      {error === undefined ? null : <View className="field-error">{error}</View>}
    </View>
  );
};
