import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { DepartmentIdParams, PlaceDepartmentBody, StaffDepartmentTree } from '../../contract/staffDepartments';
import { staffEndpoint } from '../../endpoint';
import { mayChangeDepartment } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { presentTree } from './staffDepartmentPresenter';
import { findNodes, lockTree, placeDepartment } from './staffDepartmentRepository';

export const moveDepartment = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/departments/:departmentId/place',
    summary: '把部门移到另一个部门下面，或者调整先后；职责立刻跟着树走',
    params: DepartmentIdParams,
    body: PlaceDepartmentBody,
    reply: StaffDepartmentTree,
    errors: ['department_not_found', 'department_cycle'],
  },
  async ({ app, params, body, staff, request }) => {
    const id = Number(params.departmentId);
    const parentId = Number(body.parentId);
    if (!mayChangeDepartment(staff, id) || !mayChangeDepartment(staff, parentId)) throw new ApiError('department_not_found');
    await app.db.transaction().execute(async (tx) => {
      await lockTree(tx);
      const nodes = await findNodes(tx);
      const before = nodes.find((node) => node.id === id);
      if (before === undefined || !nodes.some((node) => node.id === parentId)) throw new ApiError('department_not_found');
      // Who answers for a department alone does not say to whom it belongs.
      if (before.parentId === null || !mayChangeDepartment(staff, before.parentId)) throw new ApiError('not_allowed');
      if (!(await placeDepartment(tx, id, parentId, body.beforeId === null ? null : Number(body.beforeId)))) throw new ApiError('department_cycle');
      const after = (await findNodes(tx)).find((node) => node.id === id);
      if (after === undefined || (after.parentId === before.parentId && after.sortOrder === before.sortOrder)) return;
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'move_department',
        objectKind: 'department',
        objectId: params.departmentId,
        before: { parentId: String(before.parentId), position: before.sortOrder },
        after: { parentId: body.parentId, position: after.sortOrder },
        at: app.clock.now(),
      });
    });
    return { items: await presentTree(app.db, staff) };
  },
);
