import Taro from '@tarojs/taro';

/** A file as a guide or an announcement names it. */
export interface OfferedFile {
  name: string;
  mediaType: string;
  byteSize: number;
}

/** What WeChat can show by itself: https://developers.weixin.qq.com/miniprogram/dev/api/file/wx.openDocument.html */
const documentTypes = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const;
type DocumentType = (typeof documentTypes)[number];

const documentTypeOf = (name: string): DocumentType | null => {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return documentTypes.find((type) => type === ending) ?? null;
};

/** Null when the file is on the screen now; otherwise what happened and what to do. */
export type FileOutcome = string | null;

/** Fetches a file in WeChat. @returns its place on the device, or null when it could not be had. */
const download = async (url: string): Promise<{ path: string } | { failure: string }> => {
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url, timeout: 60_000 });
    if (statusCode === 200) return { path: tempFilePath };
    return { failure: statusCode === 404 ? '没有找到这个文件，内容可能已经更新，请返回后重新打开。' : '文件没有下载成功，请稍后重试。' };
  } catch {
    return { failure: '文件没有下载成功，请检查网络后重试。' };
  }
};

/** Opens a form, an attachment or a picture in WeChat. */
export const openFileInWeChat = async (file: OfferedFile, url: string): Promise<FileOutcome> => {
  const isPicture = file.mediaType.startsWith('image/');
  const fileType = documentTypeOf(file.name);
  if (!isPicture && fileType === null) {
    return Taro.setClipboardData({ data: url }).then(
      () => '微信打不开这种文件。下载地址已复制，请在浏览器里打开。',
      () => '微信打不开这种文件，请在电脑上打开这一页后下载。',
    );
  }
  const downloaded = await download(url);
  if ('failure' in downloaded) return downloaded.failure;
  const { path } = downloaded;
  const shown = isPicture || fileType === null ? Taro.previewImage({ urls: [path], current: path }) : Taro.openDocument({ filePath: path, fileType, showMenu: true });
  return shown.then(
    () => null,
    () => '文件没有打开，请重试；仍不行时请在电脑上打开这一页后下载。',
  );
};
