import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { PageQuery } from '../../contract/pagination';
import { GuideIdParams, GuideVersionPage } from '../../contract/serviceGuides';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { publicEndpoint } from '../../endpoint';
import { findGuideVersions } from './guideVersionRepository';
import { compareVersions } from '../../guideFields/compareVersions';

export const listGuideVersions = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides/:guideId/versions',
    summary: '一份办事指南什么时候改了什么，从新到旧',
    params: GuideIdParams,
    query: Type.Object(PageQuery, { additionalProperties: false }),
    reply: GuideVersionPage,
    errors: ['guide_not_found', 'cursor_invalid'],
    cachedFrom: ['departments', 'service_guides', 'topics'],
  },
  async ({ app, params, query }) => {
    const limit = query.limit ?? defaultPageSize;
    const [before] = decodeCursor(query.cursor, ['number']) ?? [];
    // One row more than a page: the version that the last one shown is compared with.
    const found = await findGuideVersions(app.db, Number(params.guideId), before, limit + 1);
    if (found === undefined) throw new ApiError('guide_not_found');
    const topicNames = new Map((await app.db.selectFrom('topics').select(['code', 'name']).execute()).map(({ code, name }) => [code, name]));
    const { rows, counted } = found;
    const predecessors = new Map(rows.map((row, index) => [row.version, rows[index + 1]]));
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => {
        const predecessor = predecessors.get(row.version);
        return { version: row.version, changedAt: row.written_at.toISOString(), changes: predecessor === undefined ? [] : compareVersions(predecessor, row, topicNames) };
      },
      (row) => [row.version],
    );
  },
);
