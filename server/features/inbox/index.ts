import type { FeatureEndpoints } from '../../endpoint';
import { getUnreadCount } from './getUnreadCount';
import { listInboxNotices } from './listInboxNotices';
import { markAllNoticesRead } from './markAllNoticesRead';
import { markNoticeRead } from './markNoticeRead';

export const inbox: FeatureEndpoints = {
  tag: '消息',
  citizen: { listInboxNotices, getUnreadCount, markNoticeRead, markAllNoticesRead },
};
