import type { FeatureEndpoints } from '../../endpoint';
import { getGuideCheck } from './getGuideCheck';
import { getServiceGuide } from './getServiceGuide';
import { listGuideVersions } from './listGuideVersions';
import { listServiceGuides } from './listServiceGuides';
import { readGuideFile } from './readGuideFile';

export const serviceGuides: FeatureEndpoints = {
  tag: '办事指南',
  anyone: { listServiceGuides, getServiceGuide, listGuideVersions, getGuideCheck, readGuideFile },
};
