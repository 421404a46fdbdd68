import Taro from '@tarojs/taro';
import type { ApiClient } from '../../../api/ApiClient';
import { ApiError } from '../../../api/ApiError';

/**
 * Fetches a file that only the signed-in person may read: a browser saves it, WeChat opens it.
 *
 * @throws ApiError
 */
export const saveDownload = async (client: ApiClient, path: string, token: string | null, name: string): Promise<void> => {
  const header: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const failure = (status?: number) => new ApiError({ code: 'reply_unreadable', message: '文件没有下载成功。', ...(status === undefined ? {} : { status }) });
  if (process.env.TARO_ENV !== 'h5') {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url: client.urlOf(path), header });
    if (statusCode !== 200) throw failure(statusCode);
    await Taro.openDocument({ filePath: tempFilePath, showMenu: true, fileType: 'xlsx' });
    return;
  }
  const reply = await fetch(client.urlOf(path), { headers: header }).catch(() => {
    throw new ApiError({ code: 'network_unreachable', message: '网络没有连上，请检查后重试。' });
  });
  if (!reply.ok) throw failure(reply.status);
  const address = URL.createObjectURL(await reply.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
