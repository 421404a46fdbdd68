import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Department } from '../../../server/contract/departments';
import type { StaffDepartment, StaffDepartmentTree } from '../../../server/contract/staffDepartments';
import type { StaffReportPage } from '../../../server/contract/staff';
import { inTreeOrder, isWithin, place, type TreeNode } from '../../../server/features/staff-departments/departmentTreeRules';
import { eventually } from '../../support/eventually';
import { becomeStaff, departmentNamed } from '../../support/staff';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

type Headers = { authorization: string };
const government = '云岫县人民政府';
const call = (headers: Headers, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  t.app.inject({ method, url: `/api/v1/staff/departments${url}`, headers, ...(payload === undefined ? {} : { payload }) });
const tree = async (headers: Headers): Promise<StaffDepartment[]> => (await call(headers, 'GET', '')).json<StaffDepartmentTree>().items;
const add = async (headers: Headers, name: string, parentId: string): Promise<StaffDepartment> => (await call(headers, 'POST', '', { name, parentId })).json<StaffDepartment>();
const code = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;

describe('the tree, as rules', () => {
  const nodes = (parents: (number | null)[]): TreeNode[] => parents.map((parent, index) => ({ id: index + 1, parentId: parent, sortOrder: index }));
  /** Each node's parent is an earlier one, so that any such list is a tree. */
  const arbitraryTree = fc
    .integer({ min: 1, max: 12 })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => (index === 0 ? fc.constant(null) : fc.oneof(fc.constant(null), fc.integer({ min: 1, max: index }))))))
    .map(nodes);

  test('no sequence of moves makes a circle, loses a department or numbers two alike', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(fc.nat())), { maxLength: 20 }), (start, moves) => {
        let current: TreeNode[] = start;
        for (const [moved, parent, before] of moves) {
          const id = (moved % start.length) + 1;
          const parentId = (parent % start.length) + 1;
          const wouldCircle = isWithin(current, parentId, id);
          const next = place(current, id, parentId, before === null ? null : (before % start.length) + 1);
          expect(next === 'cycle').toBe(wouldCircle);
          if (next === 'cycle') continue;
          expect(next.find((node) => node.id === id)?.parentId).toBe(parentId);
          current = next;
          const listed = inTreeOrder(current);
          // What stands in a circle is reached from no top.
          expect(listed.map((node) => node.id).sort()).toEqual(start.map((node) => node.id).sort());
          expect(new Set(current.map((node) => node.sortOrder)).size).toBe(start.length);
        }
      }),
    );
  });

  test('a department stands where it was put, and the others keep their order', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.nat(), fc.nat(), (start, moved, parent) => {
        const id = (moved % start.length) + 1;
        const parentId = (parent % start.length) + 1;
        const placed = place(start, id, parentId, null);
        if (placed === 'cycle') return;
        const siblings = (tree: readonly TreeNode[]): number[] => inTreeOrder(tree).filter((node) => node.parentId === parentId).map((node) => node.id);
        expect(siblings(placed)).toEqual([...siblings(start).filter((each) => each !== id), id]);
      }),
    );
  });
});

test('an administrator sees what they answer for, adds, renames, orders and removes', async () => {
  const top = String(await departmentNamed(t, government));
  await departmentNamed(t, '邻县人民政府');
  const admin = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: government }]);
  expect((await tree(admin)).map(({ name }) => name)).toEqual([government]);
  const first = await add(admin, '云岫县公安局', top);
  expect(first).toMatchObject({ parentId: top, level: 1, allowedActions: ['rename', 'add_below', 'move', 'remove'] });
  const second = await add(admin, '  云岫县民政局 ', top);
  expect(second.name).toBe('云岫县民政局');
  // The same again, because the answer was lost.
  expect(await add(admin, '云岫县民政局', top)).toEqual(second);
  expect(code(await call(admin, 'POST', '', { name: '邻县人民政府', parentId: top }))).toBe('department_name_taken');

  expect((await call(admin, 'PUT', `/${second.id}/place`, { parentId: top, beforeId: first.id })).json<StaffDepartmentTree>().items.map(({ id }) => id)).toEqual([top, second.id, first.id]);
  expect((await call(admin, 'PUT', `/${second.id}/name`, { name: '云岫县民政和养老局' })).json<StaffDepartment>()).toMatchObject({ id: second.id, name: '云岫县民政和养老局' });
  expect(code(await call(admin, 'PUT', `/${second.id}/name`, { name: '云岫县公安局' }))).toBe('department_name_taken');
  expect((await call(admin, 'DELETE', `/${second.id}`)).statusCode).toBe(204);
  expect((await call(admin, 'DELETE', `/${second.id}`)).statusCode).toBe(204);
  expect((await tree(admin)).map(({ id }) => id)).toEqual([top, first.id]);

  const { rows } = await t.database.pool.query<{ action: string }>(`select action from audit_entries where object_kind = 'department' order by occurred_at, action`);
  expect(rows.map(({ action }) => action).sort()).toEqual(['add_department', 'add_department', 'move_department', 'remove_department', 'rename_department']);
});

test('circles are refused, also when two moves that are right one by one come at once', async () => {
  const top = String(await departmentNamed(t, government));
  const admin = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: government }]);
  const a = await add(admin, '甲局', top);
  const b = await add(admin, '乙局', top);
  const below = await add(admin, '甲局下属', a.id);
  expect(code(await call(admin, 'PUT', `/${a.id}/place`, { parentId: below.id, beforeId: null }))).toBe('department_cycle');
  expect(code(await call(admin, 'PUT', `/${a.id}/place`, { parentId: a.id, beforeId: null }))).toBe('department_cycle');
  const replies = await Promise.all([
    call(admin, 'PUT', `/${a.id}/place`, { parentId: b.id, beforeId: null }),
    call(admin, 'PUT', `/${b.id}/place`, { parentId: a.id, beforeId: null }),
  ]);
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect((await tree(admin)).map(({ id }) => id)).toEqual(expect.arrayContaining([a.id, b.id, below.id]));
});

test('roles follow the tree at the next call', async () => {
  const top = String(await departmentNamed(t, government));
  const admin = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: government }]);
  const bureau = await add(admin, '云岫县文旅局', top);
  const team = await add(admin, '文化执法队', top);
  const guideId = await insertGuide(t.database, { department: '文化执法队' });
  await t.app.inject({ method: 'PUT', url: `/api/v1/feedback/${randomUUID()}`, payload: { subject: 'guide', guideId, part: 'phone', description: '电话打不通了' } });
  const editor = await becomeStaff(t, 'young_father', [{ role: 'editor', department: '云岫县文旅局' }]);
  const reports = async (): Promise<number> => (await t.app.inject({ url: '/api/v1/staff/reports', headers: editor })).json<StaffReportPage>().items.length;
  expect(await reports()).toBe(0);
  await call(admin, 'PUT', `/${team.id}/place`, { parentId: bureau.id, beforeId: null });
  expect(await reports()).toBe(1);
  await call(admin, 'PUT', `/${team.id}/place`, { parentId: top, beforeId: null });
  expect(await reports()).toBe(0);
});

test('who administers a department alone neither moves nor removes it, and takes nobody else’s below it', async () => {
  const top = String(await departmentNamed(t, government));
  const admin = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: government }]);
  const own = await add(admin, '云岫县水利局', top);
  const other = await add(admin, '云岫县林业局', top);
  const local = await becomeStaff(t, 'young_father', [{ role: 'administrator', department: '云岫县水利局' }]);
  expect((await tree(local)).map(({ name, allowedActions }) => [name, allowedActions])).toEqual([['云岫县水利局', ['rename', 'add_below']]]);
  expect((await call(local, 'DELETE', `/${own.id}`)).statusCode).toBe(403);
  expect((await call(local, 'PUT', `/${other.id}/place`, { parentId: own.id, beforeId: null })).statusCode).toBe(404);
  expect((await call(local, 'PUT', `/${own.id}/place`, { parentId: other.id, beforeId: null })).statusCode).toBe(404);
  expect((await call(local, 'DELETE', `/${other.id}`)).statusCode).toBe(404);
});

test('removing is refused with what belongs to the department and how much', async () => {
  const top = String(await departmentNamed(t, government));
  const admin = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: government }]);
  const used = await add(admin, '云岫县气象局', top);
  await add(admin, '人工增雨站', used.id);
  await insertGuide(t.database, { department: '云岫县气象局' });
  await insertGuide(t.database, { department: '云岫县气象局' });
  await becomeStaff(t, 'young_father', [{ role: 'editor', department: '云岫县气象局' }]);
  const reply = await call(admin, 'DELETE', `/${used.id}`);
  expect(code(reply)).toBe('department_in_use');
  const told = reply.json<{ fieldErrors: { message: string }[] }>().fieldErrors.map(({ message }) => message);
  expect(told).toEqual(expect.arrayContaining(['办事指南 2 份', '下级部门 1 个', '工作人员的职责 1 项']));
});

test('the public list follows a new name and the order of the tree', async () => {
  const top = String(await departmentNamed(t, government));
  const admin = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: government }]);
  const [one, two] = [await add(admin, '公开甲', top), await add(admin, '公开乙', top)];
  await insertGuide(t.database, { department: '公开甲' });
  await insertGuide(t.database, { department: '公开乙' });
  const listed = async (): Promise<string[]> => (await t.app.inject('/api/v1/departments')).json<{ items: Department[] }>().items.map(({ name }) => name).filter((name) => name.startsWith('公开'));
  expect(await listed()).toEqual(['公开甲', '公开乙']);
  await call(admin, 'PUT', `/${two.id}/place`, { parentId: top, beforeId: one.id });
  await call(admin, 'PUT', `/${one.id}/name`, { name: '公开丙' });
  await eventually(async () => expect(await listed()).toEqual(['公开乙', '公开丙']));
});
