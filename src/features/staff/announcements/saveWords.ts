import type { DraftStore } from './DraftStore';
import { timeOf } from './publishTime';

/** Where what was typed is, in a few words. */
export function saveWords({ saveState, savedAt, isOnDevice }: Pick<DraftStore, 'saveState' | 'savedAt' | 'isOnDevice'>): string {
  const device = isOnDevice ? '已存在这台设备上' : '这台设备也存不下了，请不要关闭页面';
  switch (saveState) {
    case 'saved':
      return savedAt === null ? '没有未保存的改动' : `已保存 ${timeOf(new Date(savedAt).toISOString())}`;
    case 'waiting':
    case 'saving':
      return '正在保存';
    case 'kept':
      return `没有连上服务器，${device}`;
    case 'signed_out':
      return `登录已失效，${device}，登录后接着保存`;
    case 'refused':
      return `没有保存成功，${device}`;
  }
}
