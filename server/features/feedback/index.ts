import type { FeatureEndpoints } from '../../endpoint';
import { sendFeedback } from './sendFeedback';

export const feedback: FeatureEndpoints = {
  tag: '反馈',
  anyone: { sendFeedback },
};
