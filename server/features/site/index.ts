import type { FeatureEndpoints } from '../../endpoint';
import { drawQrCode } from './drawQrCode';
import { getSite } from './getSite';

export const site: FeatureEndpoints = {
  tag: '站点',
  anyone: { getSite, drawQrCode },
};
