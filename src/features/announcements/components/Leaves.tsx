import { Text } from '@tarojs/components';
import { Fragment, type MouseEvent, type ReactNode } from 'react';
import { openPage } from '../../../platform/navigation';
import { followInWeChat } from '../followLink';
import { ownPath } from '../ownPath';
import type { Leaf } from '../textBlocks/blocks';
import type { Reading } from './BlockView';

/** Runs of text in a paragraph, with their looks and links. */
export const Leaves = ({ leaves, reading }: { leaves: readonly Leaf[]; reading: Reading }) => (
  <>
    {leaves.map((leaf, index) => (
      <Fragment key={index}>{process.env.TARO_ENV === 'h5' ? browserLeaf(leaf, reading) : weChatLeaf(leaf, reading)}</Fragment>
    ))}
  </>
);

function weChatLeaf({ text, marks, href }: Leaf, reading: Reading): ReactNode {
  const look = marks.map((mark) => `rich-${mark}`).join(' ');
  if (href !== null) {
    return (
      <Text className={`rich-link ${look}`} aria-role="link" aria-label={text} onClick={() => followInWeChat(href, reading.ownAddress)}>
        {text}
      </Text>
    );
  }
  return marks.length === 0 ? text : <Text className={look}>{text}</Text>;
}

function browserLeaf({ text, marks, href }: Leaf, reading: Reading): ReactNode {
  const lines = text === '\n' ? <br /> : text;
  const looking = marks.reduceRight<ReactNode>((inner, Mark) => <Mark>{inner}</Mark>, lines);
  return href === null ? looking : <BrowserLink href={href} reading={reading}>{looking}</BrowserLink>;
}

function BrowserLink({ href, reading, children }: { href: string; reading: Reading; children: ReactNode }) {
  const path = ownPath(href, reading.ownAddress);
  if (path === null) {
    return (
      <a className="rich-link" href={href} rel="noopener" {...(href.startsWith('https:') ? { target: '_blank' } : {})}>
        {children}
      </a>
    );
  }
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openPage(path);
  };
  return (
    <a className="rich-link" href={path} onClick={follow}>
      {children}
    </a>
  );
}
