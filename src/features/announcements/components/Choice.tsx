import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tappable } from '../../../components/Tappable';

export interface Option {
  id: string;
  name: string;
}

interface ChoiceProps {
  label: string;
  options: readonly Option[];
  chosenId: string | null;
  onChoose: (id: string | null) => void;
}

/** One of many. The first choice is all of them. */
export const Choice = (props: ChoiceProps) => {
  if (props.options.length === 0) return null;
  return process.env.TARO_ENV === 'h5' ? <BrowserChoice {...props} /> : <WeChatChoice {...props} />;
};

const BrowserChoice = ({ label, options, chosenId, onChoose }: ChoiceProps) => (
  <label className="filter">
    <span className="only-read-aloud">{label}</span>
    <select className={chosenId === null ? 'filter-choice' : 'filter-choice is-chosen'} value={chosenId ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
      <option value="">全部{label}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

/** So many are mounted at once, and again at each press. */
const portion = 25;

/** Opens in place, so that every choice can be read and tapped; WeChat's own picker is a wheel to turn. */
const WeChatChoice = ({ label, options, chosenId, onChoose }: ChoiceProps) => {
  const [shown, setShown] = useState(0);
  const isOpen = shown > 0;
  const choose = (id: string | null) => {
    setShown(0);
    onChoose(id);
  };
  const name = options.find(({ id }) => id === chosenId)?.name ?? `全部${label}`;
  return (
    <View className="filter">
      <Tappable className={chosenId === null ? 'filter-choice' : 'filter-choice is-chosen'} label={`${label}：${name}`} isExpanded={isOpen} onPress={() => setShown(isOpen ? 0 : portion)}>
        {name}
      </Tappable>
      <View className="filter-options">
        {isOpen ? (
          <>
            <Tappable className="filter-option" label={`全部${label}`} onPress={() => choose(null)}>
              全部{label}
            </Tappable>
            {options.slice(0, shown).map((option) => (
              <Tappable key={option.id} className="filter-option" label={option.name} onPress={() => choose(option.id)}>
                {option.name}
              </Tappable>
            ))}
          </>
        ) : null}
      </View>
      <View>
        {isOpen && options.length > shown ? (
          <Tappable className="filter-option" label={`还有 ${options.length - shown} 个`} onPress={() => setShown(shown + portion)}>
            还有 {options.length - shown} 个
          </Tappable>
        ) : null}
      </View>
    </View>
  );
};
