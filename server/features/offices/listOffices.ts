import { Type } from 'typebox';
import { OfficePage } from '../../contract/offices';
import { PageQuery } from '../../contract/pagination';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { publicEndpoint } from '../../endpoint';
import { presentOffice } from '../../presenters/officePresenter';
import { findOffices } from './officeRepository';

export const listOffices = publicEndpoint(
  {
    method: 'GET',
    url: '/offices',
    summary: '政务服务中心和便民服务大厅',
    query: Type.Object(PageQuery, { additionalProperties: false }),
    reply: OfficePage,
    errors: ['cursor_invalid'],
    cachedFrom: ['offices', 'service_guides'],
  },
  async ({ app, query }) => {
    const limit = query.limit ?? defaultPageSize;
    const { rows, counted } = await findOffices(app.db, decodeCursor(query.cursor, ['number', 'number']), limit + 1);
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => ({ ...presentOffice(row), guideCount: row.guide_count }),
      (row) => [row.sort_order, row.id],
    );
  },
);
