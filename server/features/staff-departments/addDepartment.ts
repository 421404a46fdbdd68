import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { AddDepartmentBody, StaffDepartment } from '../../contract/staffDepartments';
import { staffEndpoint } from '../../endpoint';
import { mayChangeDepartment } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { presentDepartment } from './staffDepartmentPresenter';
import { findNodes, insertDepartment, lockTree, placeDepartment } from './staffDepartmentRepository';

export const addDepartment = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/departments',
    summary: '在一个部门下面增加部门；同名的已经在那里时，结果相同',
    body: AddDepartmentBody,
    reply: StaffDepartment,
    errors: ['department_not_found', 'department_name_taken'],
  },
  async ({ app, body, staff, request }) => {
    const parentId = Number(body.parentId);
    if (!mayChangeDepartment(staff, parentId)) throw new ApiError('department_not_found');
    const name = body.name.trim();
    const now = app.clock.now();
    const id = await app.db.transaction().execute(async (tx) => {
      await lockTree(tx);
      const nodes = await findNodes(tx);
      if (!nodes.some((node) => node.id === parentId)) throw new ApiError('department_not_found');
      const known = nodes.find((node) => node.name === name);
      if (known !== undefined && known.parentId !== parentId) throw new ApiError('department_name_taken');
      // The same call again, because its answer was lost.
      if (known !== undefined) return known.id;
      const added = await insertDepartment(tx, name, parentId, now);
      await placeDepartment(tx, added, parentId, null);
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'add_department',
        objectKind: 'department',
        objectId: String(added),
        after: { name, parentId: body.parentId },
        at: now,
      });
      return added;
    });
    // The scope of the call does not know the new department yet.
    return presentDepartment(app.db, withDepartment(staff, id), id);
  },
);

function withDepartment<Session extends { departments: ReadonlyMap<string, ReadonlySet<number>> }>(staff: Session, id: number): Session {
  return { ...staff, departments: new Map([...staff.departments].map(([role, ids]) => [role, role === 'administrator' ? new Set([...ids, id]) : ids])) };
}
