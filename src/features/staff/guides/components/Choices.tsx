import { View } from '@tarojs/components';
import type { FormChoice } from '../../../../../server/contract/guideForm';
import { Tappable } from '../../../../components/Tappable';

interface ChoicesProps {
  label: string;
  help?: string;
  choices: readonly FormChoice[];
  chosen: readonly string[];
  /** Several may be chosen; of a single choice the chosen one can be taken back. */
  isMany?: boolean;
  onChange: (chosen: string[]) => void;
  error?: string | undefined;
  anchor: string;
}

/** One or several of a few, all of them in sight, with a line that helps to choose. */
export const Choices = ({ label, help = '', choices, chosen, isMany = false, onChange, error, anchor }: ChoicesProps) => {
  const press = (value: string) => {
    const isChosen = chosen.includes(value);
    if (isChosen) onChange(chosen.filter((each) => each !== value));
    else onChange(isMany ? choices.map((choice) => choice.value).filter((each) => each === value || chosen.includes(each)) : [value]);
  };
  const buttons = (
    <View className="choices is-even">
      {choices.map(({ value, name }) => {
        const isChosen = chosen.includes(value);
        return (
          <Tappable key={value} className={isChosen ? 'choice is-chosen' : 'choice'} label={name} isPressed={isChosen} onPress={() => press(value)}>
            {name}
          </Tappable>
        );
      })}
    </View>
  );
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <View className="text-field">
        <View className="text-field-label">{label}</View>
        {help === '' ? null : <View className="hint">{help}</View>}
        {buttons}
        {error === undefined ? null : <View className="field-error">{error}</View>}
      </View>
    );
  }
  return (
    <div className="text-field" role="group" aria-labelledby={`${anchor}-label`} aria-describedby={error === undefined ? undefined : `${anchor}-error`} id={anchor} tabIndex={-1}>
      <div className="text-field-label" id={`${anchor}-label`}>
        {label}
      </div>
      {help === '' ? null : <div className="hint">{help}</div>}
      {buttons}
      {error === undefined ? null : (
        <div className="field-error" id={`${anchor}-error`}>
          {error}
        </div>
      )}
    </div>
  );
};
