import { Input, View } from '@tarojs/components';
import { useEffect, useId, useRef } from 'react';

interface TextFieldProps {
  label: string;
  /** The label is read aloud but not drawn, where the page says it already. */
  isLabelHidden?: boolean;
  value: string;
  onInput: (value: string) => void;
  onSubmit?: () => void;
  error?: string | undefined;
  hint?: string;
  kind?: 'text' | 'number' | 'search';
  maxLength: number;
  hasFocus?: boolean;
  autoComplete?: string;
  /** Anchor for the error summary. */
  anchor?: string;
}

/** One line of text with its label, and what is wrong with it right below. */
export const TextField = (props: TextFieldProps) => (process.env.TARO_ENV === 'h5' ? <BrowserField {...props} /> : <WeChatField {...props} />);

const WeChatField = ({ label, isLabelHidden = false, value, onInput, onSubmit, error, hint, kind = 'text', maxLength, hasFocus = false }: TextFieldProps) => (
  <View className={`text-field ${error === undefined ? '' : 'is-wrong'}`}>
    {isLabelHidden ? null : <View className="text-field-label">{label}</View>}
    {hint === undefined ? null : <View className="hint">{hint}</View>}
    <Input
      className="text-field-input"
      aria-label={label}
      value={value}
      type={kind === 'number' ? 'number' : 'text'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      maxlength={maxLength}
      focus={hasFocus}
      onInput={(event) => onInput(event.detail.value)}
      onConfirm={() => onSubmit?.()}
    />
    {error === undefined ? null : <View className="field-error">{error}</View>}
  </View>
);

const BrowserField = ({ label, isLabelHidden = false, value, onInput, onSubmit, error, hint, kind = 'text', maxLength, hasFocus = false, autoComplete, anchor }: TextFieldProps) => {
  const ownId = useId();
  const id = anchor ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!hasFocus) return undefined;
    // Taro's View takes its children out and puts them back when it is first drawn: a focus before that is lost.
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [hasFocus]);
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <form
      className={`text-field ${error === undefined ? '' : 'is-wrong'}`}
      action=""
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The keyboard of the phone makes way for what was found.
        if (kind === 'search') input.current?.blur();
        onSubmit?.();
      }}
    >
      <label className={isLabelHidden ? 'only-read-aloud' : 'text-field-label'} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input
        className="text-field-input"
        id={id}
        value={value}
        type={kind === 'search' ? 'search' : 'text'}
        inputMode={kind === 'number' ? 'numeric' : undefined}
        enterKeyHint={kind === 'search' ? 'search' : undefined}
        maxLength={maxLength}
        ref={input}
        autoComplete={autoComplete ?? 'off'}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onInput(event.target.value)}
      />
      {error === undefined ? null : (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </form>
  );
};
