import { sql } from 'kysely';
import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { exactCountLimit, PageQuery } from '../../contract/pagination';
import { SessionPage } from '../../contract/sessions';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { citizenEndpoint } from '../../endpoint';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const listSessions = citizenEndpoint(
  {
    method: 'GET',
    url: '/sessions',
    summary: '我在哪些设备上登录着，最近登录的在前',
    query: Type.Object(PageQuery, { additionalProperties: false }),
    reply: SessionPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, citizen }) => {
    const limit = query.limit ?? defaultPageSize;
    const after = decodeCursor(query.cursor, ['string', 'string']);
    if (after !== undefined && (Number.isNaN(Date.parse(after[0])) || !uuid.test(after[1]))) throw new ApiError('cursor_invalid');
    const mine = app.db
      .selectFrom('sessions')
      .where('citizen_id', '=', citizen.citizenId)
      .where('expires_at', '>', app.clock.now());
    const rows = await mine
      .$if(after !== undefined, (list) => list.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
      .select(['id', 'client', 'device_label', 'created_at', 'last_seen_at', sql<string>`created_at::text`.as('created_exactly')])
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const counted = await app.db
      .selectFrom(mine.select('id').limit(exactCountLimit + 1).as('counted'))
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return toPage(
      rows,
      limit,
      toTotal(counted.n),
      (row) => ({
        id: row.id,
        client: row.client,
        deviceLabel: row.device_label,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        isCurrent: row.id === citizen.sessionId,
      }),
      (row) => [row.created_exactly, row.id],
    );
  },
);
