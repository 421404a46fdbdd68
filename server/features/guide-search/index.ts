import type { FeatureEndpoints } from '../../endpoint';
import { searchServiceGuides } from './searchServiceGuides';
import { suggestServiceGuides } from './suggestServiceGuides';

export const guideSearch: FeatureEndpoints = {
  tag: '查找',
  anyone: { searchServiceGuides, suggestServiceGuides },
};
