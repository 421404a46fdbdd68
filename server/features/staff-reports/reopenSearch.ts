import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { SearchDealtWithBody } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { mayReadSearches } from '../../staff/reportPolicy';
import { staffActor } from '../../staff/staffActor';

export const reopenSearch = staffEndpoint(
  { method: 'DELETE', url: '/staff/searches-without-result/dealt-with', summary: '收回“已处理”：说法回到列表里', query: SearchDealtWithBody },
  async ({ app, query: { query }, staff, request }) => {
    if (!mayReadSearches(staff)) throw new ApiError('not_allowed');
    await app.db.transaction().execute(async (tx) => {
      const removed = await tx.deleteFrom('searches_dealt_with').where('query', '=', query).executeTakeFirst();
      if (removed.numDeletedRows === 0n) return;
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'reopen_search',
        objectKind: 'search',
        objectId: query,
        at: app.clock.now(),
      });
    });
  },
);
