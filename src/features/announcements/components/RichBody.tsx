import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Tappable } from '../../../components/Tappable';
import type { Block } from '../textBlocks/blocks';
import { portionEnds } from '../textBlocks/portions';
import { BlockView, type Reading } from './BlockView';
import './rich.scss';

/** In WeChat every byte is sent to the page; a browser has the text already, and its own search should find what is in it. */
export const budgets = process.env.TARO_ENV === 'h5' ? { first: 200_000, more: 200_000 } : { first: 16_000, more: 9_000 };

/** Whether the beginning is all there is. */
export const isShort = (blocks: readonly Block[]): boolean => portionEnds(blocks, budgets).length <= 1;

interface RichBodyProps {
  blocks: readonly Block[];
  reading: Reading;
  /** Nothing stands below it: what comes next is mounted as soon as somebody gets there. */
  isLast: boolean;
}

/** A text of any length: its beginning, and a portion more at a time. */
export const RichBody = ({ blocks, reading, isLast }: RichBodyProps) => {
  const [presses, setPresses] = useState(0);
  const ends = useMemo(() => portionEnds(blocks, budgets), [blocks]);
  const shown = ends[Math.min(presses, ends.length - 1)] ?? 0;
  const hidden = blocks.length - shown;
  const more = () => setPresses((before) => before + 1);
  useReachBottom(() => {
    if (isLast && hidden > 0) more();
  });
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    // Paper has the whole text.
    const mountAll = () => flushSync(() => setPresses(blocks.length));
    window.addEventListener('beforeprint', mountAll);
    return () => window.removeEventListener('beforeprint', mountAll);
  }, [blocks.length]);
  return (
    <>
      <View className="rich-text">
        {blocks.slice(0, shown).map((block, index) => (
          <BlockView key={index} block={block} reading={reading} />
        ))}
      </View>
      {/* A place of its own: Taro sends all children of a node again, here every paragraph, when one of them goes. */}
      {hidden === 0 && presses === 0 ? null : (
        <View className="rich-more">
          {hidden === 0 ? (
            <View className="hint">全文完</View>
          ) : (
            <Tappable className="row-more" label="继续往下看" isExpanded={false} onPress={more}>
              继续往下看
            </Tappable>
          )}
        </View>
      )}
    </>
  );
};
