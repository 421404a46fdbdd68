import { ApiError } from '../../apiError';
import { StaffSynonymPage, StaffSynonymQuery } from '../../contract/synonyms';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { defaultSynonyms } from '../../search';
import { mayChangeSynonyms } from '../../staff/registerPolicy';
import { allSynonyms, builtInByPhrase, speaksOf } from './synonymListRules';
import { findOwnSynonyms } from './synonymRepository';

export const builtIn = builtInByPhrase(defaultSynonyms);

export const listSynonyms = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/synonyms',
    summary: '群众说法：系统自带的和本地增加、改动、停用的',
    query: StaffSynonymQuery,
    reply: StaffSynonymPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, staff }) => {
    if (!mayChangeSynonyms(staff)) throw new ApiError('not_allowed');
    const found = allSynonyms(builtIn, await findOwnSynonyms(app.db)).filter((entry) => (query.kind === undefined || entry.kind === query.kind) && speaksOf(entry, query.search ?? ''));
    const [after] = decodeCursor(query.cursor, ['string']) ?? [];
    const limit = query.limit ?? defaultPageSize;
    const from = after === undefined ? 0 : found.findIndex(({ phrase }) => phrase === after) + 1;
    return toPage(found.slice(from, from + limit + 1), limit, toTotal(found.length), (entry) => entry, (entry) => [entry.phrase]);
  },
);
