import { FollowedTopicParams } from '../../contract/follows';
import { citizenEndpoint } from '../../endpoint';
import { deleteTopicFollow } from './followRepository';

export const unfollowTopic = citizenEndpoint(
  {
    method: 'DELETE',
    url: '/follows/topics/:topic',
    summary: '取消关注；本来就没有关注也不会出错',
    params: FollowedTopicParams,
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    await deleteTopicFollow(app.db, citizen.citizenId, params.topic);
  },
);
