import type { DraftStatus } from '../../../../server/contract/guideDrafts';
import type { SaveState } from './GuideDraftStore';
import type { ShownList } from './DraftListsStore';

export const draftLists: readonly { id: ShownList; name: string }[] = [
  { id: 'mine', name: '我写的' },
  { id: 'to_approve', name: '等我审核' },
  { id: 'open', name: '本部门在写的' },
  { id: 'finished', name: '已办完' },
  { id: 'guides', name: '找一份来改' },
];

export const emptyLists: Record<ShownList, string> = {
  mine: '您没有正在写的草稿',
  to_approve: '没有等您审核的草稿',
  open: '本部门没有正在写的草稿',
  finished: '还没有办完的草稿',
  guides: '没有找到这样的指南',
};

export const statusTones: Record<DraftStatus, 'accent' | 'neutral' | 'green' | 'amber' | 'red'> = {
  draft: 'neutral',
  submitted: 'accent',
  returned: 'amber',
  published: 'green',
  withdrawn: 'neutral',
};

export const saveStateTexts: Record<SaveState, string> = {
  saved: '已经存好',
  unsaved: '有改动，马上保存',
  saving: '正在保存',
  offline: '网络没有连上，改动先存在这台设备上，连上后自动保存',
  stopped: '没有存到服务器，您写的还在这台设备上',
};
