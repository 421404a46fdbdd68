import { ApiError } from '../../apiError';
import { GuideCheck, GuideIdParams } from '../../contract/serviceGuides';
import { publicEndpoint } from '../../endpoint';
import { checkGuide } from '../../guideRules/checkGuide';
import { findServiceGuide } from './serviceGuideRepository';

export const getGuideCheck = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides/:guideId/check',
    summary: '一份办事指南还缺什么、哪里不一致，以及得分',
    params: GuideIdParams,
    reply: GuideCheck,
    errors: ['guide_not_found'],
    cachedFrom: ['service_guides'],
  },
  async ({ app, params }) => {
    const row = await findServiceGuide(app.db, Number(params.guideId));
    if (row === undefined) throw new ApiError('guide_not_found');
    return checkGuide(row.content);
  },
);
