import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../components/ActionButton';
import { ChoiceGroup } from '../../../components/ChoiceGroup';
import { ErrorSummary } from '../../../components/ErrorSummary';
import { TextArea } from '../../../components/TextArea';
import { TextField } from '../../../components/TextField';
import { feedbackKinds, guideParts } from '../feedbackLabels';
import { choiceAnchor, descriptionAnchor, lengthOf, longestDescription, phoneAnchor, shortestDescription } from '../feedbackProblems';
import type { FeedbackStore } from '../FeedbackStore';

/** By itself, so that a letter draws this line and nothing else. */
const Count = observer(({ store }: { store: FeedbackStore }) => (
  <View className="hint">
    {lengthOf(store.description)} / {longestDescription} 字
  </View>
));

const Choice = observer(({ store }: { store: FeedbackStore }) => (
  <ChoiceGroup
    label={store.guideId === null ? '是哪一类' : '哪里有误'}
    options={store.guideId === null ? feedbackKinds : guideParts}
    chosenId={store.choice}
    onChoose={store.choose}
    error={store.problemAt(choiceAnchor)}
    anchor={choiceAnchor}
  />
));

const Description = observer(({ store }: { store: FeedbackStore }) => (
  <TextArea
    label={store.guideId === null ? '请说说是怎么回事' : '写的是什么，实际是什么'}
    hint={`${shortestDescription} 到 ${longestDescription} 个字。请不要写身份证号、银行卡号。`}
    value={store.description}
    onInput={store.typeDescription}
    // Longer than the limit, so that what is pasted is not cut off silently: the form says that it is too long.
    maxLength={longestDescription * 2}
    error={store.problemAt(descriptionAnchor)}
    anchor={descriptionAnchor}
  />
));

const Phone = observer(({ store }: { store: FeedbackStore }) => (
  <TextField
    label="手机号（选填）"
    hint="只在需要向您核实时拨打，不填也会处理。"
    kind="number"
    // Numbers are also pasted with spaces or a hyphen in them.
    maxLength={20}
    autoComplete="tel-national"
    value={store.contactPhone}
    onInput={store.typeContactPhone}
    error={store.problemAt(phoneAnchor)}
    anchor={phoneAnchor}
  />
));

/** On top of the page. Where nothing is wrong with a field, it was the sending that failed: what is written is still there. */
export const FeedbackProblems = observer(({ store }: { store: FeedbackStore }) => {
  const isAtFields = store.problems.some(({ anchor }) => anchor !== null);
  return (
    // A place of its own: Taro sends all children of a node again, here the whole form, when one of them comes or goes.
    <View>
      <ErrorSummary problems={store.problems} {...(isAtFields ? {} : { title: '没有发送成功，您写的内容还在这里' })} />
    </View>
  );
});

const SendButton = observer(({ store }: { store: FeedbackStore }) => (
  <View className="section">
    <ActionButton label={store.isBusy ? '正在发送' : '发送'} isBusy={store.isBusy} onPress={() => void store.send()} />
  </View>
));

/** The fields, each drawn by itself. */
export const FeedbackForm = ({ store }: { store: FeedbackStore }) => (
  <>
    <View className="section feedback-fields">
      <Choice store={store} />
      <Description store={store} />
      <Count store={store} />
      <Phone store={store} />
    </View>
    <SendButton store={store} />
  </>
);
