import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { DepartmentIdParams } from '../../contract/staffDepartments';
import { countReferences } from '../../database/references';
import { staffEndpoint } from '../../endpoint';
import { mayChangeDepartment, mayReadDepartments } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { explainUse } from './departmentUseRules';
import { findNodes, lockTree } from './staffDepartmentRepository';

export const removeDepartment = staffEndpoint(
  {
    method: 'DELETE',
    url: '/staff/departments/:departmentId',
    summary: '删除没有用到的部门；还有东西属于它时，说明有哪些、有多少',
    params: DepartmentIdParams,
    errors: ['department_not_found', 'department_in_use'],
  },
  async ({ app, params, staff, request }) => {
    const id = Number(params.departmentId);
    await app.db.transaction().execute(async (tx) => {
      await lockTree(tx);
      const department = (await findNodes(tx)).find((node) => node.id === id);
      // Gone already: the same call again, because its answer was lost.
      if (department === undefined) {
        if (!mayReadDepartments(staff)) throw new ApiError('department_not_found');
        return;
      }
      if (!mayChangeDepartment(staff, id)) throw new ApiError('department_not_found');
      if (department.parentId === null || !mayChangeDepartment(staff, department.parentId)) throw new ApiError('not_allowed');
      const uses = await countReferences(tx, 'departments', id);
      if (uses.length > 0) throw new ApiError('department_in_use', { fieldErrors: explainUse(uses) });
      await tx.deleteFrom('departments').where('id', '=', id).execute();
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'remove_department',
        objectKind: 'department',
        objectId: params.departmentId,
        before: { name: department.name, parentId: String(department.parentId) },
        at: app.clock.now(),
      });
    });
  },
);
