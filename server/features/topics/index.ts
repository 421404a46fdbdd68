import type { FeatureEndpoints } from '../../endpoint';
import { listTopics } from './listTopics';

export const topics: FeatureEndpoints = {
  tag: '主题',
  anyone: { listTopics },
};
