import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Tappable } from '../../../components/Tappable';

/** So much more at each press: three bytes a character, and a press may send 12 KB. */
const moreCharacters = 3000;

/** Cuts so that no pair of surrogates is torn apart. */
const parts = (text: string, first: number): string[] => {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + (at === 0 ? first : moreCharacters);
    const isTorn = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    found.push(text.slice(at, isTorn ? end + 1 : end));
    at = isTorn ? end + 1 : end;
  }
  return found;
};

/** What a text shows at first, unless told otherwise. */
export const firstCharacters = 200;

interface LongTextProps {
  text: string;
  /** Names what is unfolded, for screen readers. */
  name: string;
  /** Characters shown at first. */
  first?: number;
  className?: string;
}

/** A text of any length: its beginning, and the rest on demand. Each part is a node of its own, so that only it is sent. */
export const LongText = ({ text, name, first = firstCharacters, className = 'paragraph' }: LongTextProps) => {
  const [shownCount, setShownCount] = useState(1);
  const all = parts(text, first);
  const shown = all.slice(0, shownCount);
  const isCut = shown.length < all.length;
  return (
    <>
      <View className={className}>
        {shown.map((part, index) =>
          process.env.TARO_ENV === 'h5' ? <span key={index}>{part}</span> : <Text key={index}>{part}</Text>,
        )}
      </View>
      {/* A place of its own: Taro sends all children of a node again when one of them goes. */}
      {all.length === 1 ? null : (
        <View>
          {isCut ? (
            <Tappable className="text-link" label={`展开${name}`} isExpanded={false} onPress={() => setShownCount(shownCount + 1)}>
              …展开{process.env.TARO_ENV === 'h5' ? <span className="only-read-aloud">{name}</span> : null}
            </Tappable>
          ) : null}
        </View>
      )}
    </>
  );
};
