import { Image, RichText, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Block, PictureBlock, TableBlock, TextBlock } from '../textBlocks/blocks';
import { linksOf, tableHtml } from '../textBlocks/tableHtml';
import { GridTable } from './GridTable';
import { Leaves } from './Leaves';

/** What the pieces of a text need from around it. */
export interface Reading {
  pictureUrl: (hash: string) => string;
  /** Where this app stands, so that links to its own pages are known. */
  ownAddress: string;
}

interface BlockProps<Kind extends Block> {
  block: Kind;
  reading: Reading;
}

export const BlockView = ({ block, reading }: BlockProps<Block>) => {
  switch (block.kind) {
    case 'text':
      return <TextView block={block} reading={reading} />;
    case 'picture':
      return <Picture block={block} reading={reading} />;
    case 'table':
      return <Table block={block} reading={reading} />;
  }
};

/** Deeper lists are told apart by their marks, not by a column of one character. */
const deepestIndent = 3;

function TextView({ block, reading }: BlockProps<TextBlock>) {
  const { tag, depth, marker, isQuote, isContinued, leaves } = block;
  const looks = [`rich-${tag}`, depth > 0 ? `is-depth-${Math.min(depth, deepestIndent)}` : '', isQuote ? 'is-quote' : '', isContinued ? 'is-continued' : ''];
  const className = looks.filter((look) => look !== '').join(' ');
  const words = (
    <>
      {marker === null ? null : process.env.TARO_ENV === 'h5' ? <span className="rich-marker">{marker} </span> : `${marker} `}
      <Leaves leaves={leaves} reading={reading} />
    </>
  );
  if (process.env.TARO_ENV !== 'h5') return <View className={className}>{words}</View>;
  const Tag = tag;
  return <Tag className={className}>{words}</Tag>;
}

function Picture({ block: { hash, alt }, reading }: BlockProps<PictureBlock>) {
  const url = reading.pictureUrl(hash);
  const words = alt === '' ? '图片' : alt;
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className="rich-picture" href={url} target="_blank" rel="noopener">
        <img src={url} alt={words} loading="lazy" />
      </a>
    );
  }
  return <Image className="rich-picture" mode="widthFix" lazyLoad src={url} aria-role="button" aria-label={`${words}，点开看大图`} onClick={() => void Taro.previewImage({ urls: [url], current: url })} />;
}

function Table({ block, reading }: BlockProps<TableBlock>) {
  if (process.env.TARO_ENV === 'h5') return <GridTable block={block} reading={reading} />;
  return (
    <View className="rich-table">
      <View className="hint">{block.isContinued ? '续上表' : '表格太宽时，可以左右滑动'}</View>
      <View className="rich-table-box">
        <RichText nodes={tableHtml(block, reading.pictureUrl)} />
      </View>
      {linksOf(block).map(({ words, href }, index) => (
        <View key={index} className="rich-p">
          表中的链接：
          <Leaves leaves={[{ text: words, marks: [], href }]} reading={reading} />
        </View>
      ))}
    </View>
  );
}
