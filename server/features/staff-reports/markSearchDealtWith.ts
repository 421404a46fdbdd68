import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { dateInShanghai } from '../../clock';
import { SearchDealtWithBody } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { mayReadSearches } from '../../staff/reportPolicy';
import { staffActor } from '../../staff/staffActor';

export const markSearchDealtWith = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/searches-without-result/dealt-with',
    summary: '一种没有搜到的说法已经处理：不再列出，除非以后又有人搜不到',
    body: SearchDealtWithBody,
  },
  async ({ app, body: { query }, staff, request }) => {
    if (!mayReadSearches(staff)) throw new ApiError('not_allowed');
    const now = app.clock.now();
    const today = dateInShanghai(now);
    await app.db.transaction().execute(async (tx) => {
      const marked = await tx
        .insertInto('searches_dealt_with')
        .values({ query, dealt_with_on: today, dealt_with_by: staff.staffId })
        .onConflict((conflict) =>
          conflict
            .column('query')
            .doUpdateSet({ dealt_with_on: today, dealt_with_by: staff.staffId })
            .where('searches_dealt_with.dealt_with_on', '<>', today),
        )
        .executeTakeFirst();
      // The same call again, because its answer was lost.
      if (marked.numInsertedOrUpdatedRows === 0n) return;
      await recordAudit(tx, { ...staffActor(staff, request), action: 'mark_search_dealt_with', objectKind: 'search', objectId: query, at: now });
    });
  },
);
