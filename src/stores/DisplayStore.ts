import { makeAutoObservable } from 'mobx';
import type { DeviceStorage } from '../platform/DeviceStorage';

const storageName = 'elder-mode';
/** How much larger elder text is than standard text (22 px against 17 px): WeChat's own factor is not added to it. */
const elderFactor = 22 / 17;
/** Layouts are tried up to this; WeChat's largest setting stays below it. */
const largestScale = 2;

/** How pages are drawn: elder mode, and the text size chosen in WeChat. */
export class DisplayStore {
  isElder: boolean;
  readonly #weChatFactor: number;
  readonly #storage: DeviceStorage;

  /** @param weChatFactor fontSizeScaleFactor of wx.getAppBaseInfo; 1 where there is none */
  constructor(storage: DeviceStorage, weChatFactor: number) {
    this.#storage = storage;
    this.#weChatFactor = Number.isFinite(weChatFactor) ? weChatFactor : 1;
    this.isElder = storage.read(storageName) === true;
    makeAutoObservable(this, {}, { autoBind: true });
  }

  /** Multiplies the sizes of the type tokens. */
  get textScale(): number {
    const factor = this.isElder ? this.#weChatFactor / elderFactor : this.#weChatFactor;
    return Math.min(Math.max(factor, 1), largestScale);
  }

  toggleElder(): void {
    this.isElder = !this.isElder;
    this.#storage.write(storageName, this.isElder);
  }
}
