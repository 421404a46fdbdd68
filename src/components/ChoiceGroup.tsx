import { View } from '@tarojs/components';
import { Tappable } from './Tappable';

interface ChoiceGroupProps<Id extends string> {
  label: string;
  options: readonly { id: Id; name: string }[];
  chosenId: Id | null;
  onChoose: (id: Id) => void;
  error?: string | undefined;
  /** Id of the group, for the error summary. */
  anchor: string;
}

/** One of a few, all of them in sight. */
export const ChoiceGroup = <Id extends string>({ label, options, chosenId, onChoose, error, anchor }: ChoiceGroupProps<Id>) => {
  const choices = (
    <View className="choices is-even">
      {options.map(({ id, name }) => (
        <Tappable key={id} className={id === chosenId ? 'choice is-chosen' : 'choice'} label={name} isPressed={id === chosenId} onPress={() => onChoose(id)}>
          {name}
        </Tappable>
      ))}
    </View>
  );
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <View className="text-field">
        <View className="text-field-label">{label}</View>
        {choices}
        {error === undefined ? null : <View className="field-error">{error}</View>}
      </View>
    );
  }
  return (
    <div className="text-field" role="group" aria-labelledby={`${anchor}-label`} aria-describedby={error === undefined ? undefined : `${anchor}-error`} id={anchor} tabIndex={-1}>
      <div className="text-field-label" id={`${anchor}-label`}>
        {label}
      </div>
      {choices}
      {error === undefined ? null : (
        <div className="field-error" id={`${anchor}-error`}>
          {error}
        </div>
      )}
    </div>
  );
};
