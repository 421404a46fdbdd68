import { TopicList } from '../../contract/topics';
import { publicEndpoint } from '../../endpoint';
import { findTopics } from './topicRepository';

export const listTopics = publicEndpoint(
  {
    method: 'GET',
    url: '/topics',
    summary: '有办事指南的主题和人生大事',
    reply: TopicList,
    cachedFrom: ['topics', 'service_guides'],
  },
  async ({ app }) => ({ items: await findTopics(app.db) }),
);
