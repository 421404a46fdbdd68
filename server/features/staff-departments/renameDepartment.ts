import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { DepartmentIdParams, RenameDepartmentBody, StaffDepartment } from '../../contract/staffDepartments';
import { staffEndpoint } from '../../endpoint';
import { mayChangeDepartment } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { presentDepartment } from './staffDepartmentPresenter';
import { findNodes, lockTree } from './staffDepartmentRepository';

export const renameDepartment = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/departments/:departmentId/name',
    summary: '给部门改名；公开页面和搜索随之更新',
    params: DepartmentIdParams,
    body: RenameDepartmentBody,
    reply: StaffDepartment,
    errors: ['department_not_found', 'department_name_taken'],
  },
  async ({ app, params, body, staff, request }) => {
    const id = Number(params.departmentId);
    if (!mayChangeDepartment(staff, id)) throw new ApiError('department_not_found');
    const name = body.name.trim();
    await app.db.transaction().execute(async (tx) => {
      await lockTree(tx);
      const nodes = await findNodes(tx);
      const before = nodes.find((node) => node.id === id);
      if (before === undefined) throw new ApiError('department_not_found');
      if (before.name === name) return;
      if (nodes.some((node) => node.name === name)) throw new ApiError('department_name_taken');
      await tx.updateTable('departments').set({ name }).where('id', '=', id).execute();
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'rename_department',
        objectKind: 'department',
        objectId: params.departmentId,
        before: { name: before.name },
        after: { name },
        at: app.clock.now(),
      });
    });
    return presentDepartment(app.db, staff, id);
  },
);
