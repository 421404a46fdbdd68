import { ApiError } from '../../apiError';
import { StaffMemberPage, StaffMemberQuery } from '../../contract/staffMembers';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { findStaffByName } from '../../staff/findByName';
import { memberScope } from './memberAccess';
import { presentMemberSummary } from './memberPresenter';
import { findMembers, findRoles, type MemberFilter } from './memberRepository';

export const listStaffMembers = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/members',
    summary: '工作人员名单：管理员负责的部门和下级部门',
    query: StaffMemberQuery,
    reply: StaffMemberPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, staff }) => {
    const scope = await memberScope(app.db, staff);
    if (scope.departmentIds.length === 0) throw new ApiError('not_allowed');
    const { departmentId, status, role, name } = query;
    const filter: MemberFilter = {
      scope,
      ...(departmentId === undefined ? {} : { departmentId: Number(departmentId) }),
      ...(status === undefined ? {} : { status }),
      ...(role === undefined ? {} : { role }),
      ...(name === undefined ? {} : { ids: await findStaffByName(app.db, app.encryption, name) }),
    };
    const limit = query.limit ?? defaultPageSize;
    const { rows, counted } = await findMembers(app.db, filter, readKey(query.cursor), limit + 1);
    const roles = await findRoles(
      app.db,
      rows.map(({ id }) => id),
    );
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => presentMemberSummary(
          row,
          roles.filter(({ staff_id: staffId }) => staffId === row.id),
          app.encryption,
        ),
      (row) => [row.created_exactly, row.id],
    );
  },
);

/** @throws ApiError `cursor_invalid`, also for a key that is none of ours. */
function readKey(cursor: string | undefined): readonly [string, string] | undefined {
  const key = decodeCursor(cursor, ['string', 'string']);
  if (key === undefined) return undefined;
  const [createdAt, id] = key;
  if (Number.isNaN(Date.parse(createdAt)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ApiError('cursor_invalid');
  return [createdAt, id];
}
