import { View } from '@tarojs/components';
import { firstCharacters, LongText } from './LongText';

interface LabelledProps {
  term: string;
  text: string;
  /** Whose detail it is, where there are several of the same name. */
  of?: string;
  /** Characters shown at first. */
  first?: number;
}

/** A detail under its name; long ones unfold. */
export const Labelled = ({ term, text, of = '', first = firstCharacters }: LabelledProps) => (
  <View className="labelled">
    <View className="summary-term">{term}</View>
    <LongText className="labelled-text" text={text} name={of === '' ? term : `${of}：${term}`} first={first} />
  </View>
);

interface LabelledLinesProps extends Pick<LabelledProps, 'of' | 'first'> {
  lines: readonly (readonly [term: string, text: string | null | undefined])[];
}

/** Details that have a value, one below the other. */
export const LabelledLines = ({ lines, ...shared }: LabelledLinesProps) => (
  <>{lines.map(([term, text]) => (text === null || text === undefined ? null : <Labelled key={term} term={term} text={text} {...shared} />))}</>
);
