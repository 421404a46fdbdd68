import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';

interface TextAreaProps {
  label: string;
  hint?: string;
  value: string;
  onInput: (value: string) => void;
  maxLength: number;
  error?: string | undefined;
  /** Id of the field, for the error summary. */
  anchor: string;
}

/** Several lines of text with their label, and what is wrong with them right below. */
export const TextArea = (props: TextAreaProps) => (process.env.TARO_ENV === 'h5' ? <BrowserArea {...props} /> : <WeChatArea {...props} />);

/** WeChat keeps what is typed by itself: sending every letter back would make the cursor jump. */
const WeChatArea = ({ label, hint, value, onInput, maxLength, error }: TextAreaProps) => {
  const [initial] = useState(value);
  return (
    <View className={`text-field ${error === undefined ? '' : 'is-wrong'}`}>
      <View className="text-field-label">{label}</View>
      {hint === undefined ? null : <View className="hint">{hint}</View>}
      <Textarea className="text-field-input text-area" aria-label={label} value={initial} maxlength={maxLength} autoHeight onInput={(event) => onInput(event.detail.value)} />
      {error === undefined ? null : <View className="field-error">{error}</View>}
    </View>
  );
};

const BrowserArea = ({ label, hint, value, onInput, maxLength, error, anchor }: TextAreaProps) => {
  const described = [hint === undefined ? '' : `${anchor}-hint`, error === undefined ? '' : `${anchor}-error`].filter(Boolean).join(' ');
  return (
    <div className={`text-field ${error === undefined ? '' : 'is-wrong'}`}>
      <label className="text-field-label" htmlFor={anchor}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div className="hint" id={`${anchor}-hint`}>
          {hint}
        </div>
      )}
      <textarea
        className="text-field-input text-area"
        id={anchor}
        value={value}
        rows={5}
        maxLength={maxLength}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onInput(event.target.value)}
      />
      {error === undefined ? null : (
        <div className="field-error" id={`${anchor}-error`}>
          {error}
        </div>
      )}
    </div>
  );
};
