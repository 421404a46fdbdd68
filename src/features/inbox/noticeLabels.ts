import type { NoticeKind } from '../../../server/contract/inbox';

export const kindLabels: Record<NoticeKind, string> = {
  staff_task: '待办',
  staff_result: '办理结果',
  announcement: '公告',
  guide_changed: '指南有变化',
  message_progress: '留言进展',
  appointment: '预约',
};
