import { TextField } from '../../../../components/TextField';

interface DateFieldProps {
  label: string;
  help: string;
  /** 2026-12-01, or empty. */
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  anchor: string;
}

const dateCharacters = 10;

/** A day: from the browser's calendar, or typed. WeChat's own picker would be loaded with the first page by everybody. */
export const DateField = ({ label, help, value, onChange, error, anchor }: DateFieldProps) => {
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <TextField
        label={label}
        hint={`${help}${help === '' ? '' : '；'}写成 2026-12-01 这样`}
        value={value}
        maxLength={dateCharacters}
        onInput={(text) => onChange(text.trim())}
        error={error}
        anchor={anchor}
      />
    );
  }
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
};
