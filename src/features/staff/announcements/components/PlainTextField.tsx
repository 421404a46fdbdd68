import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { Tappable } from '../../../../components/Tappable';
import { TextArea } from '../../../../components/TextArea';
import { TextField } from '../../../../components/TextField';
import type { DraftDesk } from '../DraftDesk';
import { newBlock, pictureBlock, plainTextOf, readBlocks, turnedInto, typedOver, writeBlocks, type ListTag, type PlainBlock, type TextTag } from '../plainText/plainBlocks';

const blockKinds: readonly { tag: TextTag | ListTag; name: string }[] = [
  { tag: 'p', name: '正文' },
  { tag: 'h2', name: '标题' },
  { tag: 'h3', name: '小标题' },
  { tag: 'ul', name: '项目' },
  { tag: 'ol', name: '编号' },
];
const kindName = (block: PlainBlock): string => (block.type === 'kept' ? block.name : (blockKinds.find(({ tag }) => tag === block.tag)?.name ?? '小标题'));

/** So many parts are shown at once; a long text shows the rest on demand. */
const portion = 20;

/** The text on a phone: a field each paragraph. Tables and pictures stand between them as they are. */
export const PlainTextField = observer(({ desk }: { desk: DraftDesk }) => {
  const { store } = desk;
  const { bodyEdition } = store;
  const [blocks, setBlocks] = useState(() => readBlocks(store.values.body));
  const [shown, setShown] = useState(portion);
  const [openKey, setOpenKey] = useState<number | null>(null);
  const [newPicture, setNewPicture] = useState<string | null>(null);
  const edition = useRef(bodyEdition);
  useEffect(() => {
    if (edition.current === bodyEdition) return;
    edition.current = bodyEdition;
    setBlocks(readBlocks(store.values.body));
  }, [bodyEdition, store]);

  const change = (next: PlainBlock[]) => {
    setBlocks(next);
    store.edit('body', writeBlocks(next));
  };
  const put = (index: number, block: PlainBlock) => change(blocks.map((each, at) => (at === index ? block : each)));
  const remove = (index: number) => change(blocks.filter((_, at) => at !== index));
  const move = (index: number, by: -1 | 1) => {
    const next = [...blocks];
    const [block] = next.splice(index, 1);
    if (block !== undefined) next.splice(index + by, 0, block);
    change(next);
  };
  const add = (tag: TextTag | ListTag) => {
    setShown(Math.max(shown, blocks.length + 1));
    setBlocks([...blocks, newBlock(tag)]);
  };
  const choosePicture = async () => setNewPicture(await desk.sendPicture());
  return (
    <View className="section">
      <Heading level={2}>正文</Heading>
      <View className="hint">一段一个框。表格和图片可以移动、去掉，要改里面的内容请用电脑。</View>
      {blocks.slice(0, shown).map((block, index) => (
        <View key={block.key} className="plain-block">
          {block.type === 'kept' ? (
            <View className="plain-block-kept">
              <View className="is-strong">{block.name}</View>
              {block.words === '' ? null : <View className="hint">{block.words}</View>}
            </View>
          ) : (
            <TextArea label={`第 ${index + 1} 段，${kindName(block)}`} value={plainTextOf(block)} maxLength={20_000} anchor={`body-${block.key}`} onInput={(typed) => put(index, typedOver(block, typed))} />
          )}
          <Tappable className="text-link" label={`调整第 ${index + 1} 段`} isExpanded={openKey === block.key} onPress={() => setOpenKey(openKey === block.key ? null : block.key)}>
            调整这一段
          </Tappable>
          {openKey === block.key ? (
            <View className="choices">
              {block.type === 'kept'
                ? null
                : blockKinds.map(({ tag, name }) => (
                    <Tappable key={tag} className={tag === block.tag ? 'choice is-chosen' : 'choice'} label={`改成${name}`} isPressed={tag === block.tag} onPress={() => put(index, turnedInto(block, tag))}>
                      {name}
                    </Tappable>
                  ))}
              {index === 0 ? null : (
                <Tappable className="choice" label="上移" onPress={() => move(index, -1)}>
                  上移
                </Tappable>
              )}
              {index === blocks.length - 1 ? null : (
                <Tappable className="choice" label="下移" onPress={() => move(index, 1)}>
                  下移
                </Tappable>
              )}
              <Tappable className="choice" label="去掉这一段" onPress={() => remove(index)}>
                去掉
              </Tappable>
            </View>
          ) : null}
        </View>
      ))}
      {blocks.length > shown ? <ActionButton look="plain" label={`再看 ${Math.min(portion, blocks.length - shown)} 段（共 ${blocks.length} 段）`} onPress={() => setShown(shown + portion)} /> : null}
      {newPicture === null ? null : <PictureDescription onDone={(alt) => { change([...blocks, pictureBlock(newPicture, alt)]); setNewPicture(null); }} />}
      <View className="text-field-label add-block">加一段</View>
      <View className="choices">
        {blockKinds.map(({ tag, name }) => (
          <Tappable key={tag} className="choice" label={`加一段${name}`} onPress={() => add(tag)}>
            {name}
          </Tappable>
        ))}
        <Tappable className="choice" label="加一张图片" onPress={() => void choosePicture()}>
          图片
        </Tappable>
      </View>
      <ActionButton look="plain" label={desk.isImporting ? '正在读取文档' : '导入 Word 文档'} isBusy={desk.isImporting} onPress={() => void desk.chooseDocument()} />
    </View>
  );
});

const PictureDescription = ({ onDone }: { onDone: (alt: string) => void }) => {
  const [alt, setAlt] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const finish = () => {
    setIsMissing(alt.trim() === '');
    if (alt.trim() !== '') onDone(alt.trim());
  };
  return (
    <View className="plain-block-kept">
      <TextField label="图片里是什么" hint="看不见图片的人会听到这句话。" value={alt} maxLength={200} onInput={setAlt} onSubmit={finish} error={isMissing ? '请写一句话说明图片。' : undefined} anchor="new-picture" />
      <ActionButton label="把图片加到最后" onPress={finish} />
    </View>
  );
};
