import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Attachment } from '../../../../server/contract/announcementContent';
import type { ReadDocument } from '../../../../server/contract/announcementDrafts';
import type { StaffFile, StaffFilePurpose } from '../../../../server/contract/staffFiles';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { fromBrowser, type ChosenFile } from '../files/chosenFile';
import type { AnnouncementsApi } from './announcementsApi';
import type { DraftChanges } from './draftFields';
import type { DraftStore } from './DraftStore';

/** The wide editor, as far as anything outside it needs to know it. */
export interface OpenEditor {
  show(words: string): boolean;
  focus(): void;
  flush(): void;
}

export interface DeskSurroundings {
  api: Pick<AnnouncementsApi, 'readDocument' | 'cleanPastedHtml'>;
  upload: (purpose: StaffFilePurpose, file: ChosenFile) => Promise<StaffFile>;
  choose: (kind: 'picture' | 'attachment' | 'document', isSeveral: boolean) => Promise<ChosenFile[]>;
  pictures: { urlOf: (hash: string) => Promise<string> };
}

/** What lies around a draft while it is written: files that are sent, a document that was read and waits for a yes. */
export class DraftDesk {
  /** The file that is being sent, by name. */
  sending: string | null = null;
  isImporting = false;
  /** A document that was read; nothing of it is in the draft before the writer says so. */
  imported: ReadDocument | null = null;
  fileFailure: { name: string; error: ApiError } | null = null;
  /** What was taken out of the last paste. */
  pasteNotes: string[] = [];
  readonly store: DraftStore;
  readonly pictures: DeskSurroundings['pictures'];
  readonly #on: DeskSurroundings;
  #editor: OpenEditor | null = null;

  constructor(store: DraftStore, on: DeskSurroundings) {
    this.store = store;
    this.pictures = on.pictures;
    this.#on = on;
    makeAutoObservable(this, { store: false, pictures: false, imported: observableRef, fileFailure: observableRef, pasteNotes: observableRef }, { autoBind: true });
  }

  openEditor(editor: OpenEditor | null): void {
    this.#editor = editor;
  }

  /** Hands over what was typed a moment ago. */
  flush(): void {
    this.#editor?.flush();
  }

  /** Goes to these words in the text. @returns whether they were found there */
  showWords(words: string | null): boolean {
    if (words !== null && this.#editor?.show(words) === true) return true;
    this.#editor?.focus();
    return false;
  }

  /** @returns the hash of a picture that was chosen and sent; null when none was. */
  async sendPicture(): Promise<string | null> {
    const [file] = await this.#on.choose('picture', false);
    return file === undefined ? null : ((await this.#send('picture', file))?.hash ?? null);
  }

  async addAttachments(): Promise<void> {
    await this.attach(await this.#on.choose('attachment', true));
  }

  async attach(files: readonly ChosenFile[]): Promise<void> {
    for (const file of files) {
      const sent = await this.#send('attachment', file);
      if (sent === null) continue;
      const { hash, name, mediaType, byteSize } = sent;
      this.#changeAttachments((attachments) => (attachments.some((each) => each.hash === hash) ? [...attachments] : [...attachments, { hash, name, mediaType, byteSize }]));
    }
  }

  renameAttachment(hash: string, name: string): void {
    this.#changeAttachments((attachments) => attachments.map((each) => (each.hash === hash ? { ...each, name } : each)));
  }

  moveAttachment(hash: string, by: -1 | 1): void {
    this.#changeAttachments((attachments) => {
      const at = attachments.findIndex((each) => each.hash === hash);
      const next = attachments.filter((each) => each.hash !== hash);
      const moved = attachments[at];
      return moved === undefined ? [...attachments] : [...next.slice(0, at + by), moved, ...next.slice(at + by)];
    });
  }

  removeAttachment(hash: string): void {
    this.#changeAttachments((attachments) => attachments.filter((each) => each.hash !== hash));
  }

  async chooseDocument(): Promise<void> {
    const [file] = await this.#on.choose('document', false);
    if (file !== undefined) await this.readDocument(file);
  }

  async readDocument(file: ChosenFile): Promise<void> {
    if (this.isImporting) return;
    this.isImporting = true;
    try {
      const sent = await this.#send('document', file);
      if (sent === null) return;
      const read = await this.#on.api.readDocument(this.store.draftId, sent.hash);
      runInAction(() => {
        this.imported = read;
      });
    } catch (thrown) {
      runInAction(() => {
        this.fileFailure = { name: file.name, error: toApiError(thrown) };
      });
    } finally {
      runInAction(() => {
        this.isImporting = false;
      });
    }
  }

  /** Puts what was read into the draft: the text, and the guesses where nothing was written yet. */
  acceptImport(): void {
    const { imported, store } = this;
    if (imported === null) return;
    this.imported = null;
    const { title, issuingBody, documentNumber, writtenOn } = imported.guessed;
    const guesses: DraftChanges = { ...(title === null ? {} : { title }), ...(issuingBody === null ? {} : { issuingBody }), ...(documentNumber === null ? {} : { documentNumber }), ...(writtenOn === null ? {} : { writtenOn }) };
    const missing = Object.entries(guesses).filter(([field]) => (store.values[field as keyof DraftChanges] ?? '') === '');
    store.fill({ ...Object.fromEntries(missing), body: imported.body });
  }

  refuseImport(): void {
    this.imported = null;
  }

  /** Files that were dropped or pasted into the text: a document is read, a picture goes where the cursor stands. */
  async takeFiles(files: readonly File[], onPicture: (hash: string) => void): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    const chosen = fromBrowser(first);
    if (/\.docx$/i.test(first.name)) return this.readDocument(chosen);
    const sent = await this.#send('picture', chosen);
    if (sent !== null) onPicture(sent.hash);
  }

  async cleanPaste(html: string): Promise<string> {
    const clean = await this.#on.api.cleanPastedHtml(html);
    runInAction(() => {
      this.pasteNotes = clean.removed;
    });
    return clean.html;
  }

  #changeAttachments(change: (attachments: readonly Attachment[]) => Attachment[]): void {
    this.store.edit('attachments', change(this.store.values.attachments ?? []));
  }

  async #send(purpose: StaffFilePurpose, file: ChosenFile): Promise<StaffFile | null> {
    this.sending = file.name;
    this.fileFailure = null;
    let sent: StaffFile | null = null;
    let failure: ApiError | null = null;
    try {
      sent = await this.#on.upload(purpose, file);
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.sending = null;
      if (failure !== null) this.fileFailure = { name: file.name, error: failure };
    });
    return sent;
  }
}
