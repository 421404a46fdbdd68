import type { Config } from '../config';
import type { Database } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { findStaffNames } from '../staff/staffNames';
import { allKinds, type AlarmFacts, type Thresholds } from './alarms';

const thresholds = (setting: string): Thresholds => {
  const [notice = 0, warning = 0, urgent = 0, failed = 0] = setting.split(',').map(Number);
  return [notice, warning, urgent, failed];
};

/** What the alarms are judged by, for the departments in `scope`; what concerns the whole installation is everybody's business. */
export async function gatherAlarmFacts(db: Database, encryption: FieldEncryption, config: Config, scope: readonly number[], now: Date): Promise<AlarmFacts> {
  const items = await db
    .selectFrom('announcements')
    .where('status', 'in', ['published', 'archived'])
    .groupBy(['department_id', 'kind'])
    .select((eb) => ['department_id', 'kind', eb.fn.max('published_at').as('last')])
    .execute();
  const departments = await db.selectFrom('departments').select(['id', 'name', 'parent_id']).execute();
  const roles = await db
    .selectFrom('staff_roles')
    .innerJoin('staff_members', 'staff_members.id', 'staff_roles.staff_id')
    .where('staff_members.status', '=', 'active')
    .where('role', 'in', ['administrator', 'editor'])
    .select(['staff_roles.department_id', 'role', 'granted_at', 'staff_id'])
    .orderBy('granted_at')
    .orderBy('staff_id')
    .execute();
  const names = await findStaffNames(db, encryption, roles.map((row) => row.staff_id));
  const byId = new Map(departments.map((department) => [department.id, department]));
  /** Who writes for the department, or answers for the nearest one above it where somebody does. */
  const responsibleFor = (id: number | null): AlarmFacts['site']['responsible'] => {
    for (let at = id; at !== null; at = byId.get(at)?.parent_id ?? null) {
      const here = roles.filter((row) => row.department_id === at);
      if (here.length > 0) return distinct(here.map((row) => row.staff_id)).map(names);
    }
    return [];
  };
  const ref = ({ id, name }: { id: number; name: string }) => ({ id: String(id), name });
  const lastOf = (rows: typeof items): Date | undefined => rows.map(({ last }) => last).reduce<Date | undefined>((latest, last) => (last !== null && (latest === undefined || last > latest) ? last : latest), undefined);
  // A department that nobody writes for promises nobody anything.
  const writing = departments.filter(({ id }) => roles.some((row) => row.department_id === id && row.role === 'editor'));
  const itemsOf = (id: number) => items.filter((row) => row.department_id === id);
  const begun = (id: number): Date => roles.find((row) => row.department_id === id && row.role === 'editor')?.granted_at ?? now;
  const top = departments.filter(({ parent_id: parent }) => parent === null).map(({ id }) => id);
  return {
    now,
    site: {
      since: lastOf(items) ?? roles[0]?.granted_at,
      emptyKinds: allKinds.filter((kind) => !items.some((row) => row.kind === kind)),
      responsible: distinct(roles.filter(({ role, department_id: id }) => role === 'administrator' && top.includes(id)).map((row) => row.staff_id)).map(names),
    },
    departments: writing
      .filter(({ id }) => scope.includes(id))
      .map((department) => ({ department: ref(department), since: lastOf(itemsOf(department.id)) ?? begun(department.id), hasItems: itemsOf(department.id).length > 0, responsible: responsibleFor(department.id) })),
    emptyDepartments: writing.filter(({ id }) => itemsOf(id).length === 0).map(ref),
    siteDays: thresholds(config.ALARM_UPDATE_DAYS),
    departmentDays: thresholds(config.ALARM_DEPARTMENT_UPDATE_DAYS),
    emptyColumns: config.ALARM_EMPTY_COLUMNS,
  };
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
