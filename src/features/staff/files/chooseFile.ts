import Taro from '@tarojs/taro';
import type { FileBytes } from '../../../api/ApiClient';

export interface ChosenFile {
  name: string;
  byteSize: number;
  read(): Promise<FileBytes>;
}

/** Asks the person for a file: from the disk in a browser, from a chat in WeChat. Null when they change their mind. */
export const chooseFile = (extensions: readonly string[]): Promise<ChosenFile | null> => (process.env.TARO_ENV === 'h5' ? chooseInBrowser(extensions) : chooseInWeChat(extensions));

const chooseInBrowser = (extensions: readonly string[]): Promise<ChosenFile | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = extensions.map((extension) => `.${extension}`).join(',');
    input.onchange = () => {
      const file = input.files?.[0];
      resolve(file === undefined ? null : { name: file.name, byteSize: file.size, read: () => Promise.resolve(file) });
    };
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

const chooseInWeChat = async (extensions: readonly string[]): Promise<ChosenFile | null> => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (file === undefined) return null;
  return {
    name: file.name,
    byteSize: file.size,
    read: () =>
      new Promise((resolve, reject) => {
        Taro.getFileSystemManager().readFile({ filePath: file.path, success: ({ data }) => resolve(data as ArrayBuffer), fail: reject });
      }),
  };
};
