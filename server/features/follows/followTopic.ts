import { ApiError } from '../../apiError';
import { FollowedTopicParams } from '../../contract/follows';
import { citizenEndpoint } from '../../endpoint';
import { insertTopicFollow } from './followRepository';

export const followTopic = citizenEndpoint(
  {
    method: 'PUT',
    url: '/follows/topics/:topic',
    summary: '关注一个主题，有新内容时收到消息；重复关注不会出错',
    params: FollowedTopicParams,
    errors: ['topic_not_found'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    if (!(await insertTopicFollow(app.db, citizen.citizenId, params.topic, app.clock.now()))) throw new ApiError('topic_not_found');
  },
);
