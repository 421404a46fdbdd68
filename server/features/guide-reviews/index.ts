import type { FeatureEndpoints } from '../../endpoint';
import { confirmServiceGuide } from './confirmServiceGuide';
import { listDepartmentGuides } from './listDepartmentGuides';
import { listGuidesToReview } from './listGuidesToReview';

export const guideReviews: FeatureEndpoints = {
  tag: '工作人员：核对指南',
  staff: { listDepartmentGuides, listGuidesToReview, confirmServiceGuide },
};
