import { dateInShanghai } from '../../clock';
import { AnnouncementSearchQuery, AnnouncementSearchResult } from '../../contract/announcements';
import { publicEndpoint } from '../../endpoint';
import { presentAnnouncementSummary } from '../../presenters/announcementSummary';
import type { SearchResult } from '../../search/searchIndex';
import { findFound } from './announcementRepository';

/** As in the search of guides: nobody reads further. */
const mostResults = 60;
/** Near matches are offered, not listed. */
const mostNearMatches = 6;
const pageSize = 20;

/** Notices of a series answer a question alike: the newest is meant. Ids follow the time of writing. */
const bestThenNewest = (one: SearchResult, other: SearchResult): number => other.score - one.score || Number(other.id) - Number(one.id);

export const searchAnnouncements = publicEndpoint(
  {
    method: 'GET',
    url: '/announcements/search',
    summary: '按标题、文号、关键词和正文查找公告',
    query: AnnouncementSearchQuery,
    reply: AnnouncementSearchResult,
    limits: [{ per: 'address', limit: 600, windowSeconds: 60 }],
  },
  async ({ app, query: { query, offset = 0, limit = pageSize } }) => {
    const answer = app.announcementSearch.query(query, { limit: mostResults });
    const isNear = answer.nothingFound;
    const results = isNear ? answer.results.slice(0, mostNearMatches) : answer.results.filter(({ strength }) => strength === 'strong').sort(bestThenNewest);
    const shown = results.slice(offset, offset + limit);
    const rows = await findFound(app.db, shown.map(({ id }) => id));
    const reasons = new Map(shown.map(({ id, reason }) => [id, reason]));
    const today = dateInShanghai(app.clock.now());
    return {
      items: rows.map((row) => ({ announcement: presentAnnouncementSummary(row, today), reason: reasons.get(String(row.id)) ?? '' })),
      total: results.length,
      nextOffset: offset + limit < results.length ? offset + limit : null,
      // A guess that leads nowhere is not worth telling.
      understoodAs: isNear ? null : (answer.understoodAs ?? null),
      isNear,
    };
  },
);
