import Taro from '@tarojs/taro';
import type { StaffFilePurpose } from '../../../../server/contract/staffFiles';
import { fromBrowser, type ChosenFile } from './chosenFile';

const pictures = ['jpg', 'jpeg', 'png', 'gif', 'webp'];
/** What is offered to choose from; the server looks at the bytes. */
const extensionsOf: Record<StaffFilePurpose, readonly string[]> = {
  picture: pictures,
  document: ['docx'],
  attachment: ['pdf', 'ofd', 'docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt', 'wps', 'et', ...pictures],
  guide_import: ['xlsx', 'csv', 'json'],
};
/** What WeChat lets be chosen at once. */
const mostAtOnce = { picture: 9, other: 10 };

/** Lets the person choose files, from the disk in a browser, from a chat or the album in WeChat; none when they think better of it. */
export const chooseFiles = (purpose: StaffFilePurpose, isSeveral: boolean): Promise<ChosenFile[]> =>
  process.env.TARO_ENV === 'h5' ? chooseInBrowser(purpose, isSeveral) : chooseInWeChat(purpose, isSeveral);

const chooseInBrowser = (purpose: StaffFilePurpose, isSeveral: boolean): Promise<ChosenFile[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = extensionsOf[purpose].map((extension) => `.${extension}`).join(',');
    input.multiple = isSeveral;
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [], fromBrowser)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

const fromWeChat = (name: string, byteSize: number, path: string): ChosenFile => ({
  name,
  byteSize,
  read: () =>
    new Promise((resolve, reject) => {
      Taro.getFileSystemManager().readFile({ filePath: path, success: ({ data }) => resolve(data as ArrayBuffer), fail: ({ errMsg }) => reject(new Error(errMsg)) });
    }),
});

async function chooseInWeChat(purpose: StaffFilePurpose, isSeveral: boolean): Promise<ChosenFile[]> {
  try {
    if (purpose === 'picture') {
      const { tempFiles } = await Taro.chooseMedia({ count: isSeveral ? mostAtOnce.picture : 1, mediaType: ['image'], sizeType: ['original'] });
      return tempFiles.map(({ tempFilePath, size }, index) => fromWeChat(tempFilePath.split('/').pop() ?? `图片${index + 1}.jpg`, size, tempFilePath));
    }
    const { tempFiles } = await Taro.chooseMessageFile({ count: isSeveral ? mostAtOnce.other : 1, type: 'file', extension: [...extensionsOf[purpose]] });
    return tempFiles.map(({ name, size, path }) => fromWeChat(name, size, path));
  } catch {
    // Closed without choosing: WeChat reports that as a failure.
    return [];
  }
}
