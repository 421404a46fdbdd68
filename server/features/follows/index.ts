import type { FeatureEndpoints } from '../../endpoint';
import { followDepartment } from './followDepartment';
import { followTopic } from './followTopic';
import { listFollows } from './listFollows';
import { unfollowDepartment } from './unfollowDepartment';
import { unfollowTopic } from './unfollowTopic';

export const follows: FeatureEndpoints = {
  tag: '关注',
  citizen: { listFollows, followDepartment, unfollowDepartment, followTopic, unfollowTopic },
};
