import { ApiError } from '../../apiError';
import { ComparisonQuery, GuideComparison } from '../../contract/guideDrafts';
import { GuideIdParams } from '../../contract/serviceGuides';
import { staffEndpoint } from '../../endpoint';
import { maySeeGuides } from '../../guideDrafts/guideDraftPolicy';
import { findPublished, findTopicNames, findVersion } from '../../guideDrafts/guideDraftRepository';
import { compareVersions } from '../../guideFields/compareVersions';

export const compareGuideVersions = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/service-guides/:guideId/comparison',
    summary: '比较一份指南的任意两版',
    params: GuideIdParams,
    query: ComparisonQuery,
    reply: GuideComparison,
    errors: ['guide_not_found'],
  },
  async ({ app, params, query, staff }) => {
    const guide = await findPublished(app.db, Number(params.guideId));
    if (guide === undefined || !maySeeGuides(staff, guide.department_id)) throw new ApiError('guide_not_found');
    const [before, after] = await Promise.all([findVersion(app.db, guide, query.from), findVersion(app.db, guide, query.to)]);
    if (before === undefined || after === undefined) {
      throw new ApiError('request_invalid', { fieldErrors: [{ field: before === undefined ? 'query.from' : 'query.to', message: `只有第 1 版到第 ${guide.version} 版。` }] });
    }
    const named = (content: typeof before) => ({ department_name: '', content });
    return { from: query.from, to: query.to, newest: guide.version, changes: compareVersions(named(before), named(after), await findTopicNames(app.db)) };
  },
);
