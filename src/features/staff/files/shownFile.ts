import Taro from '@tarojs/taro';
import type { ApiClient } from '../../../api/ApiClient';
import { ApiError } from '../../../api/ApiError';
import type { SessionStore } from '../../../stores/SessionStore';

const offline = () => new ApiError({ code: 'network_unreachable', message: '网络没有连上，请检查后重试。' });

const authorization = ({ token }: SessionStore): Record<string, string> => (token === null ? {} : { authorization: `Bearer ${token}` });

/**
 * An address at which this device can show a file that only staff may fetch: an image's address carries no session.
 *
 * @param path below /api/v1
 */
export async function shownFile(client: ApiClient, session: SessionStore, path: string): Promise<string> {
  const url = client.urlOf(path);
  if (process.env.TARO_ENV !== 'h5') {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header: authorization(session) });
    if (statusCode !== 200) throw offline();
    return tempFilePath;
  }
  const reply = await fetch(url, { headers: authorization(session) });
  if (!reply.ok) throw offline();
  return dataUrl(await reply.blob());
}

/** The Content-Security-Policy lets pictures be data, but not blobs. */
const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });
