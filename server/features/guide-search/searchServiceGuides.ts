import { GuideSearchQuery, GuideSearchResult } from '../../contract/guideSearch';
import { publicEndpoint } from '../../endpoint';
import { presentGuideSummary } from '../../presenters/serviceGuideSummary';
import { findFoundGuides } from './foundGuideRepository';
import { countSearchWithoutResult } from './searchWithoutResultRepository';

/** Nobody reads further; who has not found it by then needs other words. */
const mostResults = 60;
/** Near matches are offered, not listed. */
const mostNearMatches = 6;
const pageSize = 20;

export const searchServiceGuides = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides/search',
    summary: '按群众自己的话查找办事指南',
    query: GuideSearchQuery,
    reply: GuideSearchResult,
    limits: [{ per: 'address', limit: 600, windowSeconds: 60 }],
  },
  async ({ app, query: { query, offset = 0 } }) => {
    const answer = app.guideSearch.query(query, { limit: mostResults });
    const isNear = answer.nothingFound;
    const results = isNear ? answer.results.slice(0, mostNearMatches) : answer.results.filter(({ strength }) => strength === 'strong');
    if (isNear && offset === 0) await countSearchWithoutResult(app.db, query, app.clock.now());
    const shown = results.slice(offset, offset + pageSize);
    const rows = await findFoundGuides(app.db, shown.map(({ id }) => Number(id)));
    const reasons = new Map(shown.map(({ id, reason }) => [id, reason]));
    return {
      items: rows.map((row) => ({ guide: presentGuideSummary(row), reason: reasons.get(String(row.id)) ?? '' })),
      total: results.length,
      nextOffset: offset + pageSize < results.length ? offset + pageSize : null,
      // A guess that leads nowhere is not worth telling.
      understoodAs: isNear ? null : (answer.understoodAs ?? null),
      isNear,
    };
  },
);
