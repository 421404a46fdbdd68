import { View } from '@tarojs/components';
import { useState } from 'react';
import type { FormChoice, ItemField } from '../../../../../server/contract/guideForm';
import { ActionButton } from '../../../../components/ActionButton';
import { TextArea } from '../../../../components/TextArea';
import { TextField } from '../../../../components/TextField';
import { asItem, asText, asTexts, linesOf, numberOrText, textOrNothing } from '../draftValues';
import { Choices } from './Choices';
import { DateField } from '../../components/DateField';

export interface ValueEditorProps {
  field: ItemField;
  choices: Readonly<Record<string, FormChoice[]>>;
  value: unknown;
  /** null takes the value out. */
  onChange: (value: unknown) => void;
  error?: string | undefined;
  anchor: string;
}

const yesNo: readonly FormChoice[] = [
  { value: 'yes', name: '是' },
  { value: 'no', name: '否' },
];

/** Longer than any text may be that is not limited by the contract. */
const mostCharacters = 10_000;
const digits = 9;

/** What a value of this kind is typed or chosen with. Lists of objects have an editor of their own. */
export const ValueEditor = (props: ValueEditorProps) => {
  const { field, choices, value, onChange, error, anchor } = props;
  const label = field.isRequired ? `${field.label}（必填）` : field.label;
  const hint = field.help === '' ? {} : { hint: field.help };
  const named = { label, ...hint, error, anchor };
  const set = field.choices === undefined ? [] : (choices[field.choices] ?? []);
  switch (field.kind) {
    case 'line':
      return <TextField {...named} value={asText(value)} maxLength={field.maxLength ?? mostCharacters} onInput={(text) => onChange(textOrNothing(text))} />;
    case 'paragraphs':
      return <TextArea {...named} value={asText(value)} maxLength={field.maxLength ?? mostCharacters} onInput={(text) => onChange(textOrNothing(text))} />;
    case 'number':
      return (
        <TextField {...named} label={field.unit === undefined ? label : `${label}（${field.unit}）`} kind="number" value={asText(value)} maxLength={digits} onInput={(text) => onChange(numberOrText(text))} />
      );
    case 'choice':
      return <Choices label={label} help={field.help} choices={set} chosen={value === undefined ? [] : [asText(value)]} onChange={([chosen]) => onChange(chosen ?? null)} error={error} anchor={anchor} />;
    case 'choices':
      return <Choices label={label} help={field.help} choices={set} chosen={asTexts(value)} isMany onChange={(chosen) => onChange(chosen.length === 0 && !field.isRequired ? null : chosen)} error={error} anchor={anchor} />;
    case 'yes_no':
      return (
        <Choices
          label={label}
          help={field.help}
          choices={yesNo}
          chosen={typeof value === 'boolean' ? [value ? 'yes' : 'no'] : []}
          onChange={([chosen]) => onChange(chosen === undefined ? (field.isRequired ? false : null) : chosen === 'yes')}
          error={error}
          anchor={anchor}
        />
      );
    case 'date':
      return <DateField label={label} hint={field.help === '' ? undefined : field.help} value={asText(value)} onChange={(day) => onChange(day === '' ? null : day)} error={error} anchor={anchor} />;
    case 'time_limit':
      return <TimeLimitEditor {...props} />;
    case 'lines':
      return <LinesEditor {...props} />;
    case 'file':
      return <FileEditor {...props} />;
    case 'items':
      return null;
  }
};

/** Keeps its own text: a line that was only begun is no value yet. */
const LinesEditor = ({ field, value, onChange, error, anchor }: ValueEditorProps) => {
  const [text, setText] = useState(() => asTexts(value).join('\n'));
  const type = (typed: string) => {
    setText(typed);
    const lines = linesOf(typed);
    onChange(lines.length === 0 ? null : lines);
  };
  return <TextArea label={field.label} hint={field.help} value={text} maxLength={mostCharacters} onInput={type} error={error} anchor={anchor} />;
};

/** A number with its unit and a note; without the number there is no limit. */
const TimeLimitEditor = ({ field, choices, value, onChange, error, anchor }: ValueEditorProps) => {
  const given = asItem(value);
  const [unit, setUnit] = useState(asText(given['unit']) || 'working_day');
  const [note, setNote] = useState(asText(given['note']));
  const [amount, setAmount] = useState(asText(given['amount']));
  const say = (said: { amount: string; unit: string; note: string }) => {
    const count = numberOrText(said.amount);
    onChange(count === null ? null : { amount: count, unit: said.unit, ...(said.note.trim() === '' ? {} : { note: said.note }) });
  };
  return (
    <View className="guide-part">
      <TextField
        label={field.label}
        hint={field.help}
        kind="number"
        value={amount}
        maxLength={digits}
        onInput={(text) => {
          setAmount(text);
          say({ amount: text, unit, note });
        }}
        error={error}
        anchor={anchor}
      />
      <Choices
        label={`${field.label}的单位`}
        choices={choices[field.choices ?? ''] ?? []}
        chosen={[unit]}
        onChange={([chosen]) => {
          if (chosen === undefined) return;
          setUnit(chosen);
          say({ amount, unit: chosen, note });
        }}
        anchor={`${anchor}-unit`}
      />
      <TextField
        label={`${field.label}的说明`}
        hint="例如“审完即办”，或哪些时间不算在内"
        value={note}
        maxLength={500}
        onInput={(text) => {
          setNote(text);
          say({ amount, unit, note: text });
        }}
        anchor={`${anchor}-note`}
      />
    </View>
  );
};

const FileEditor = ({ field, value, onChange, error }: ValueEditorProps) => {
  const name = asText(asItem(value)['name']);
  return (
    <View className="text-field">
      <View className="text-field-label">{field.label}</View>
      <View className="hint">{name === '' ? '没有文件。要加文件，请用表格导入。' : field.help}</View>
      {name === '' ? null : (
        <>
          <View>{name}</View>
          <ActionButton look="plain" label={`去掉${field.label}`} onPress={() => onChange(null)} />
        </>
      )}
      {error === undefined ? null : <View className="field-error">{error}</View>}
    </View>
  );
};
