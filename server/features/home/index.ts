import type { FeatureEndpoints } from '../../endpoint';
import { getHome } from './getHome';

export const home: FeatureEndpoints = {
  tag: '首页',
  anyone: { getHome },
};
