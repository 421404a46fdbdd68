import Taro from '@tarojs/taro';

/** What is kept on the device, by name. Reading is synchronous, so that a first drawing can use it. */
export interface DeviceStorage {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  remove(name: string): void;
}

const prefix = 'gov-counter:';

/** A full or forbidden storage must not stop a visit: what cannot be kept is simply not kept. */
const attempt = <Value>(action: () => Value, otherwise: Value): Value => {
  try {
    return action();
  } catch {
    return otherwise;
  }
};

/** Taro's storage: wx storage in the mini-program, localStorage in the browser. */
export const taroStorage: DeviceStorage = {
  read: (name) => attempt<unknown>(() => Taro.getStorageSync<unknown>(prefix + name), undefined),
  write: (name, value) => attempt(() => Taro.setStorageSync(prefix + name, value), undefined),
  remove: (name) => attempt(() => Taro.removeStorageSync(prefix + name), undefined),
};
