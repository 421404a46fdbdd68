import { Type } from 'typebox';
import { DepartmentPage } from '../../contract/departments';
import { PageQuery } from '../../contract/pagination';
import { Audience } from '../../contract/guideContent';
import { decodeCursor, toPage, toTotal } from '../../database/pages';
import { publicEndpoint } from '../../endpoint';
import { findDepartments } from './departmentRepository';

const Query = Type.Object(
  {
    audience: Type.Optional(Audience),
    cursor: PageQuery.cursor,
    // A county has a few dozen departments and a screen shows them all.
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 200 })),
  },
  { additionalProperties: false },
);

export const listDepartments = publicEndpoint(
  {
    method: 'GET',
    url: '/departments',
    summary: '有办事指南的部门',
    query: Query,
    reply: DepartmentPage,
    errors: ['cursor_invalid'],
    cachedFrom: ['departments', 'service_guides'],
  },
  async ({ app, query }) => {
    const limit = query.limit ?? 200;
    const { rows, counted } = await findDepartments(app.db, {
      audience: query.audience,
      after: decodeCursor(query.cursor, ['number', 'number']),
      limit: limit + 1,
    });
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => ({ id: String(row.id), name: row.name, guideCount: row.guide_count }),
      (row) => [row.sort_order, row.id],
    );
  },
);
