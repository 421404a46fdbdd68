import { Picker, View } from '@tarojs/components';
import { useId } from 'react';
import { Tappable } from '../../../components/Tappable';
import { plainDate } from '../../../text/dates';

interface DateFieldProps {
  label: string;
  hint?: string | undefined;
  kind?: 'date' | 'time';
  /** 2026-12-01 or 09:30; empty when none is given. */
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  anchor?: string;
}

/** A day or a time, by the platform's own chooser. */
export const DateField = (props: DateFieldProps) => (process.env.TARO_ENV === 'h5' ? <BrowserDate {...props} /> : <WeChatDate {...props} />);

const BrowserDate = ({ label, hint, kind = 'date', value, onChange, error, anchor }: DateFieldProps) => {
  const ownId = useId();
  const id = anchor ?? ownId;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`text-field ${error === undefined ? '' : 'is-wrong'}`}>
      <label className="text-field-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input className="text-field-input" id={id} type={kind} value={value} aria-invalid={error !== undefined} aria-describedby={described || undefined} onChange={(event) => onChange(event.target.value)} />
      {error === undefined ? null : (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  );
};

const WeChatDate = ({ label, hint, kind = 'date', value, onChange, error }: DateFieldProps) => {
  const words = value === '' ? (kind === 'date' ? '点这里选日期' : '点这里选时间') : kind === 'date' ? plainDate(value) : value;
  return (
    <View className={`text-field ${error === undefined ? '' : 'is-wrong'}`}>
      <View className="text-field-label">{label}</View>
      {hint === undefined ? null : <View className="hint">{hint}</View>}
      <Picker mode={kind as 'date'} aria-role="button" aria-label={`${label}，${words}`} value={value} onChange={(event: { detail: { value: string } }) => onChange(event.detail.value)}>
        <View className="text-field-input">{words}</View>
      </Picker>
      {value === '' ? null : (
        <Tappable className="text-link" label={`清空${label}`} onPress={() => onChange('')}>
          清空
        </Tappable>
      )}
      {error === undefined ? null : <View className="field-error">{error}</View>}
    </View>
  );
};
