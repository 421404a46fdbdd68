import Taro from '@tarojs/taro';
import type { ErrorReply } from '../../../server/contract/errors';
import type { StaffFile, StaffFilePurpose } from '../../../server/contract/staffFiles';
import type { ApiClient } from '../../api/ApiClient';
import { ApiError, type AnyErrorCode } from '../../api/ApiError';
import type { SessionStore } from '../../stores/SessionStore';

/** A file the person chose, on either platform. */
export interface ChosenFile {
  name: string;
  byteSize: number;
  bytes: () => Promise<ArrayBuffer>;
}

/** A scan of 20 MB over a slow line. */
const uploadTimeoutMs = 180_000;

const offline = () => new ApiError({ code: 'network_unreachable', message: '网络没有连上，请检查后重试。' });

/** @throws ApiError file_too_large, file_empty, file_type_refused, picture_refused */
export async function uploadStaffFile(client: ApiClient, session: SessionStore, purpose: StaffFilePurpose, file: ChosenFile): Promise<StaffFile> {
  const bytes = await file.bytes();
  const url = client.urlOf(`/staff/files?purpose=${purpose}&name=${encodeURIComponent(file.name)}`);
  const send = async (): Promise<{ status: number; body: unknown }> => {
    try {
      const header = { 'content-type': 'application/octet-stream', ...authorization(session) };
      const { statusCode, data } = await Taro.request<unknown>({ url, method: 'POST', header, data: bytes, timeout: uploadTimeoutMs, dataType: 'json' });
      return { status: statusCode, body: typeof data === 'string' ? (JSON.parse(data) as unknown) : data };
    } catch {
      throw offline();
    }
  };
  const { token } = session;
  let reply = await send();
  if (reply.status === 401 && (await session.renew(token))) reply = await send();
  if (reply.status >= 200 && reply.status < 300) return reply.body as StaffFile;
  const refusal = reply.body as ErrorReply | null;
  throw new ApiError({ ...refusal, code: (refusal?.code ?? 'reply_unreadable') as AnyErrorCode, message: refusal?.message ?? '没有读懂服务器的答复。', status: reply.status });
}

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

export const fromBrowser = (file: File): ChosenFile => ({ name: file.name, byteSize: file.size, bytes: () => file.arrayBuffer() });

const fromWeChat = (name: string, byteSize: number, path: string): ChosenFile => ({
  name,
  byteSize,
  bytes: () =>
    new Promise((resolve, reject) => {
      Taro.getFileSystemManager().readFile({ filePath: path, success: ({ data }) => resolve(data as ArrayBuffer), fail: ({ errMsg }) => reject(new Error(errMsg)) });
    }),
});

const inBrowser = (accept: string, isSeveral: boolean): Promise<ChosenFile[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isSeveral;
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [], fromBrowser)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

/** Lets the person choose files; none when they think better of it. In WeChat, files come out of a chat. */
export async function chooseFiles(kind: 'picture' | 'attachment' | 'document', isSeveral: boolean): Promise<ChosenFile[]> {
  if (process.env.TARO_ENV === 'h5') {
    const accept = { picture: 'image/png,image/jpeg,image/gif,image/webp', document: '.docx', attachment: '.pdf,.ofd,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.jpg,.jpeg,.png,.gif,.webp' };
    return inBrowser(accept[kind], isSeveral);
  }
  try {
    if (kind === 'picture') {
      const { tempFiles } = await Taro.chooseMedia({ count: isSeveral ? 9 : 1, mediaType: ['image'], sizeType: ['original'] });
      return tempFiles.map(({ tempFilePath, size }, index) => fromWeChat(tempFilePath.split('/').pop() ?? `图片${index + 1}.jpg`, size, tempFilePath));
    }
    const { tempFiles } = await Taro.chooseMessageFile({ count: isSeveral ? 10 : 1, type: 'file' });
    return tempFiles.map(({ name, size, path }) => fromWeChat(name, size, path));
  } catch {
    // Closed without choosing: WeChat reports that as a failure.
    return [];
  }
}
