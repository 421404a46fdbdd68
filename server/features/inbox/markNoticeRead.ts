import { ApiError } from '../../apiError';
import { NoticeIdParams } from '../../contract/inbox';
import { citizenEndpoint } from '../../endpoint';
import { markRead } from './inboxRepository';

export const markNoticeRead = citizenEndpoint(
  {
    method: 'PUT',
    url: '/inbox/:noticeId/read',
    summary: '把一条消息标为已读；重复标记不会出错',
    params: NoticeIdParams,
    errors: ['notice_not_found'],
  },
  async ({ app, params, citizen }) => {
    if (!(await markRead(app.db, citizen.citizenId, Number(params.noticeId), app.clock.now()))) throw new ApiError('notice_not_found');
  },
);
