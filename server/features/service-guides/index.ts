import type { FeatureEndpoints } from '../../endpoint';
import { getServiceGuide } from './getServiceGuide';
import { listServiceGuides } from './listServiceGuides';

export const serviceGuides: FeatureEndpoints = {
  tag: '办事指南',
  anyone: { listServiceGuides, getServiceGuide },
};
