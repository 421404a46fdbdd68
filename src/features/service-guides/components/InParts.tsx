import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { Tappable } from '../../../components/Tappable';
import { fitting } from '../../../components/portions';

interface InPartsProps<Item> {
  items: readonly Item[];
  /** Bytes that may be sent at first, and again at each press; see `sizeOf`. */
  budget: number;
  /** Estimated bytes of one item; portions.ts helps. */
  sizeOf: (item: Item) => number;
  /** 还有 12 条常见问题 */
  moreLabel: (hidden: number) => string;
  render: (item: Item, index: number) => ReactNode;
  /** What holds the items together; a plain block unless told. */
  wrap?: (children: ReactNode) => ReactNode;
}

/** A list of any length, mounted a portion at a time. */
export const InParts = <Item,>({ items, budget, sizeOf, moreLabel, render, wrap = (children) => <View>{children}</View> }: InPartsProps<Item>) => {
  const [presses, setPresses] = useState(0);
  let shownCount = 0;
  for (let portion = 0; portion <= presses; portion += 1) shownCount += fitting(items.slice(shownCount), budget, sizeOf);
  const hidden = items.length - shownCount;
  return (
    <>
      {wrap(items.slice(0, shownCount).map(render))}
      {/* A place of its own: Taro sends all children of a node again, here every item, when one of them goes. */}
      {hidden === 0 && presses === 0 ? null : (
        <View>
          {hidden === 0 ? null : (
            <Tappable className="row-more" label={moreLabel(hidden)} isExpanded={false} onPress={() => setPresses(presses + 1)}>
              {moreLabel(hidden)}
            </Tappable>
          )}
        </View>
      )}
    </>
  );
};
