import { ApiError } from '../../apiError';
import { GuideIdParams, ServiceGuide } from '../../contract/serviceGuides';
import { publicEndpoint } from '../../endpoint';
import { presentGuide } from './serviceGuidePresenter';
import { findServiceGuide } from './serviceGuideRepository';

export const getServiceGuide = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides/:guideId',
    summary: '一份办事指南的全部内容',
    params: GuideIdParams,
    reply: ServiceGuide,
    errors: ['guide_not_found'],
    cachedFrom: ['departments', 'service_guides'],
  },
  async ({ app, params }) => {
    const row = await findServiceGuide(app.db, Number(params.guideId));
    if (row === undefined) throw new ApiError('guide_not_found');
    return presentGuide(row);
  },
);
