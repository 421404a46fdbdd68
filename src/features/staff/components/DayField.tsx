import { Picker, View } from '@tarojs/components';
import { useId } from 'react';
import { plainDate } from '../../../text/dates';

interface DayFieldProps {
  label: string;
  /** 2026-12-01, or empty. */
  value: string;
  onChange: (value: string) => void;
}

/** A day, chosen from the calendar of the system. */
export const DayField = ({ label, value, onChange }: DayFieldProps) => {
  const id = useId();
  if (process.env.TARO_ENV === 'h5') {
    return (
      <div className="text-field">
        <label className="text-field-label" htmlFor={id}>
          {label}
        </label>
        <input className="text-field-input" id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
      </div>
    );
  }
  return (
    <View className="text-field">
      <View className="text-field-label">{label}</View>
      <Picker mode="date" aria-role="button" aria-label={`${label}，${value === '' ? '点这里选日期' : plainDate(value)}`} value={value} onChange={(event) => onChange(event.detail.value)}>
        <View className="text-field-input">
          {value === '' ? '点这里选日期' : plainDate(value)}
        </View>
      </Picker>
    </View>
  );
};
