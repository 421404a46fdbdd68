import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, Slice } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import { EditorState, NodeSelection, Selection, type Command } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { commands, lookOf, selectWords, setLink, type CommandName, type EditorLook } from './commands';
import { readHtml, writeHtml } from './html';
import { isFromOffice, withoutClutter } from './officePaste';
import { PictureView } from './PictureView';
import { schema } from './schema';

export interface EditorWishes {
  place: HTMLElement;
  html: string;
  /** Ids of the label and of the hints. */
  labelledBy: string;
  describedBy: string;
  /** After typing has rested for a moment. */
  onChange: (html: string) => void;
  /** The look where the cursor stands, after every step. */
  onLook: (look: EditorLook) => void;
  /** Pictures or documents that were pasted or dropped. */
  onFiles: (files: File[]) => void;
  /** Makes clean text of what an office program put on the clipboard. */
  cleanPaste: (html: string) => Promise<string>;
  /** The address at which a picture of ours can be shown here. */
  pictureUrl: (hash: string) => Promise<string>;
}

/** The text is written out when nothing was typed for so long: a long one takes milliseconds each time. */
const restMs = 300;

const shiftEnter: Command = chainCommands(exitCode, (state, dispatch) => {
  const type = schema.nodes['hard_break'];
  if (type === undefined) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
});

const listItem = schema.nodes['list_item'];

const plugins = () => [
  keymap({
    'Mod-z': commands.undo,
    'Shift-Mod-z': commands.redo,
    'Mod-y': commands.redo,
    'Mod-b': commands.strong,
    'Mod-i': commands.em,
    'Mod-u': commands.u,
    'Mod-]': commands.deeper,
    'Mod-[': commands.shallower,
    // Only in a table: everywhere else Tab leads out of the text, as it must for who has no mouse.
    Tab: goToNextCell(1),
    'Shift-Tab': goToNextCell(-1),
    'Shift-Enter': shiftEnter,
    ...(listItem === undefined ? {} : { Enter: splitListItem(listItem) }),
  }),
  keymap(baseKeymap),
  history(),
  dropCursor(),
  gapCursor(),
  tableEditing(),
];

/** The editor of the desktop. Only ever loaded when a text is edited in a wide browser window. */
export class RichEditor {
  readonly #view: EditorView;
  readonly #wishes: EditorWishes;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(wishes: EditorWishes) {
    this.#wishes = wishes;
    this.#view = new EditorView(wishes.place, {
      state: this.#stateOf(wishes.html),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': wishes.labelledBy, 'aria-describedby': wishes.describedBy, class: 'rich-text', spellcheck: 'false' },
      nodeViews: { picture: (node) => new PictureView(node, wishes.pictureUrl) },
      dispatchTransaction: (transaction) => {
        this.#view.updateState(this.#view.state.apply(transaction));
        if (transaction.docChanged) this.#writeLater();
        wishes.onLook(lookOf(this.#view.state));
      },
      handleDOMEvents: {
        blur: () => {
          this.flush();
          return false;
        },
      },
      transformPastedHTML: withoutClutter,
      handlePaste: (_view, event) => this.#takePaste(event),
      handleDrop: (_view, event) => this.#takeFiles(event.dataTransfer, event),
    });
    wishes.onLook(lookOf(this.#view.state));
  }

  run(name: CommandName): void {
    commands[name](this.#view.state, this.#view.dispatch, this.#view);
    this.#view.focus();
  }

  link(href: string | null): void {
    setLink(href)(this.#view.state, this.#view.dispatch);
    this.#view.focus();
  }

  /** @returns whether these words stand in the text. */
  show(words: string): boolean {
    const isFound = selectWords(words)(this.#view.state, this.#view.dispatch);
    this.#view.focus();
    return isFound;
  }

  insertPicture(hash: string, alt: string): void {
    const picture = schema.nodes['picture']?.create({ source: `file:${hash}`, alt });
    if (picture !== undefined) this.#view.dispatch(this.#view.state.tr.replaceSelectionWith(picture).scrollIntoView());
    this.#view.focus();
  }

  describePicture(alt: string): void {
    const { selection } = this.#view.state;
    if (selection instanceof NodeSelection) this.#view.dispatch(this.#view.state.tr.setNodeAttribute(selection.from, 'alt', alt));
    this.#view.focus();
  }

  /** Another text: restored, taken over or imported. What was typed before can be had back by undoing. */
  replace(html: string): void {
    const document = readHtml(html);
    if (writeHtml(document) === writeHtml(this.#view.state.doc)) return;
    const tr = this.#view.state.tr.replaceWith(0, this.#view.state.doc.content.size, document.content);
    this.#view.dispatch(tr.setSelection(Selection.atStart(tr.doc)));
    this.flush();
  }

  focus(): void {
    this.#view.focus();
  }

  /** Hands over what was typed without waiting. */
  flush(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#wishes.onChange(writeHtml(this.#view.state.doc));
  }

  destroy(): void {
    this.flush();
    this.#view.destroy();
  }

  #stateOf(html: string): EditorState {
    return EditorState.create({ doc: readHtml(html), plugins: plugins() });
  }

  #writeLater(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), restMs);
  }

  #takePaste(event: ClipboardEvent): boolean {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (html === '') return this.#takeFiles(event.clipboardData, event);
    if (!isFromOffice(html)) return false;
    event.preventDefault();
    // Without the server, what the browser makes of it is better than nothing.
    void this.#wishes.cleanPaste(html).catch(() => withoutClutter(html)).then((clean) => this.#insert(clean));
    return true;
  }

  #insert(html: string): void {
    if (this.#view.isDestroyed) return;
    const page = new window.DOMParser().parseFromString(html, 'text/html');
    const slice = DOMParser.fromSchema(schema).parseSlice(page.body);
    this.#view.dispatch(this.#view.state.tr.replaceSelection(new Slice(slice.content, slice.openStart, slice.openEnd)).scrollIntoView().setMeta('paste', true));
  }

  #takeFiles(data: DataTransfer | null, event: Event): boolean {
    const files = Array.from(data?.files ?? []);
    if (files.length === 0) return false;
    event.preventDefault();
    this.#wishes.onFiles(files);
    return true;
  }
}
