import { ApiError } from '../../apiError';
import { GuideIdParams, ServiceGuide } from '../../contract/serviceGuides';
import { publicEndpoint } from '../../endpoint';
import { presentGuide } from './serviceGuidePresenter';
import { findGuideRefs, findOfficesWithWindows, findServiceGuide, findTopicNames } from './serviceGuideRepository';

export const getServiceGuide = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides/:guideId',
    summary: '一份办事指南的全部内容',
    params: GuideIdParams,
    reply: ServiceGuide,
    errors: ['guide_not_found'],
    cachedFrom: ['departments', 'service_guides', 'offices', 'window_counters', 'topics'],
    onAnswered: ({ app, params }) => app.guideViews.count(Number(params.guideId)),
  },
  async ({ app, params }) => {
    const row = await findServiceGuide(app.db, Number(params.guideId));
    if (row === undefined) throw new ApiError('guide_not_found');
    const { places = [], relatedCodes = [] } = row.content;
    const [offices, related, topics] = await Promise.all([
      findOfficesWithWindows(app.db, places.map(({ officeCode }) => officeCode)),
      findGuideRefs(app.db, relatedCodes),
      findTopicNames(app.db, row.topics),
    ]);
    return presentGuide(row, { offices, related, topics });
  },
);
