import { FollowList } from '../../contract/follows';
import { citizenEndpoint } from '../../endpoint';
import { findFollows } from './followRepository';

export const listFollows = citizenEndpoint(
  { method: 'GET', url: '/follows', summary: '我关注的部门和主题，最近关注的在前', reply: FollowList },
  async ({ app, citizen }) => {
    const { departments, topics } = await findFollows(app.db, citizen.citizenId);
    return {
      departments: departments.map(({ id, name, followed_at: at }) => ({ id: String(id), name, followedAt: at.toISOString() })),
      topics: topics.map(({ code, kind, name, followed_at: at }) => ({ code, kind, name, followedAt: at.toISOString() })),
    };
  },
);
