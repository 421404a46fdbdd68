import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { ActionButton } from '../../../../components/ActionButton';
import type { DraftDesk } from '../DraftDesk';
import { fieldWords } from '../fieldLabels';
import type { EditorLook } from '../richText/commands';
import type { RichEditor } from '../richText/editor';
import { EditorDialog } from './EditorDialog';
import { EditorToolbar } from './EditorToolbar';
import '../desk.scss';

const isLinkable = (address: string): boolean => /^(https:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+|tel:[+0-9][0-9-]+)/.test(address);
const linkProblem = (address: string): string | null => (isLinkable(address) ? null : '请写完整的网址，以 https:// 开头；邮箱写 mailto:…，电话写 tel:…。');

type Question = { type: 'link' } | { type: 'picture'; hash: string } | { type: 'description' };

/** The text in a wide browser window. The editor itself is fetched only now, and only there. */
export const RichTextField = observer(({ desk }: { desk: DraftDesk }) => {
  const { store } = desk;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<RichEditor | null>(null);
  const [look, setLook] = useState<EditorLook | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const { bodyEdition } = store;

  const begin = useCallback(() => {
    setHasFailed(false);
    let isGone = false;
    import('../richText/editor').then(
      ({ RichEditor: Editor }) => {
        if (isGone || place.current === null) return;
        editor.current = new Editor({
          place: place.current,
          html: store.values.body,
          labelledBy: 'body-label',
          describedBy: 'body-hint',
          onChange: (html) => store.edit('body', html),
          onLook: setLook,
          onFiles: (files) => void desk.takeFiles(files, (hash) => setQuestion({ type: 'picture', hash })),
          cleanPaste: desk.cleanPaste,
          pictureUrl: desk.pictures.urlOf,
        });
        desk.openEditor(editor.current);
      },
      () => setHasFailed(true),
    );
    return () => {
      isGone = true;
      desk.openEditor(null);
      editor.current?.destroy();
      editor.current = null;
    };
  }, [desk, store]);
  useEffect(begin, [begin]);
  useEffect(() => {
    if (bodyEdition > 0) editor.current?.replace(store.values.body);
  }, [bodyEdition, store]);

  const choosePicture = async () => {
    if (look?.alt !== null && look !== null) return setQuestion({ type: 'description' });
    const hash = await desk.sendPicture();
    if (hash !== null) setQuestion({ type: 'picture', hash });
  };
  const close = () => setQuestion(null);
  return (
    <section className="section rich-text-field" aria-label="正文">
      <div className="text-field-label" id="body-label">
        {fieldWords.body.label}
      </div>
      <div className="hint" id="body-hint">
        可以从 Word、WPS 直接粘贴，也可以把 .docx 文件和图片拖进来。
      </div>
      {look === null ? null : (
        <EditorToolbar
          look={look}
          onRun={(name) => editor.current?.run(name)}
          onLink={() => setQuestion({ type: 'link' })}
          onPicture={() => void choosePicture()}
          onDocument={() => void desk.chooseDocument()}
          isImporting={desk.isImporting}
        />
      )}
      {hasFailed ? <ActionButton look="secondary" label="编辑器没有打开，重试" onPress={begin} /> : look === null ? <SkeletonRows count={8} /> : null}
      <div className="rich-text-place" ref={place} />
      {question === null ? null : question.type === 'link' ? (
        <EditorDialog
          title="链接"
          label="网址"
          hint="以 https:// 开头，例如 https://www.gov.cn/。"
          initial={look?.href ?? ''}
          check={linkProblem}
          onDone={(href) => {
            close();
            editor.current?.link(href);
          }}
          removal={
            look === null || look.href === null
              ? undefined
              : {
                  label: '去掉链接',
                  onRemove: () => {
                    close();
                    editor.current?.link(null);
                  },
                }
          }
          onClose={close}
        />
      ) : (
        <EditorDialog
          title="图片说明"
          label="图片里是什么"
          hint="看不见图片的人会听到这句话，例如“政务服务中心一楼平面图”。"
          initial={question.type === 'description' ? (look?.alt ?? '') : ''}
          check={(words) => (words === '' ? '请写一句话说明图片。' : words.length > 200 ? '请缩短到 200 字以内。' : null)}
          onDone={(alt) => {
            close();
            if (question.type === 'picture') editor.current?.insertPicture(question.hash, alt);
            else editor.current?.describePicture(alt);
          }}
          onClose={close}
        />
      )}
    </section>
  );
});
