import { sql, type RawBuilder } from 'kysely';

interface AuditKind {
  /** What people call it. */
  name: string;
  /** Values of an entry that tell something of a person: only their fingerprints may stand there. */
  personal: readonly string[];
  /** The departments whose auditors may read of it, as an array. */
  departments(objectId: string): RawBuilder<number[]>;
}

const none = sql<number[]>`'{}'::bigint[]`;
/** An id of another form is nobody's. */
const uuid = (id: string) => sql`${/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null}::uuid`;
const bigint = (id: string) => sql`${/^[0-9]{1,15}$/.test(id) ? id : null}::bigint`;

/** Everything that an entry may be about. A new kind says here what is personal in it and whom it concerns. */
export const auditKinds = {
  feedback: { name: '群众的反馈', personal: ['note'], departments: (id) => sql`array(select department_id from feedback where id = ${uuid(id)} and department_id is not null)` },
  staff_member: { name: '工作人员', personal: ['name', 'phoneNumber'], departments: (id) => sql`array(select distinct department_id from staff_roles where staff_id = ${uuid(id)})` },
  stored_file: { name: '文件', personal: [], departments: () => none },
  confirmation_request: { name: '本人确认', personal: [], departments: () => none },
  department: { name: '部门', personal: [], departments: (id) => sql`array[${bigint(id)}]` },
  office: { name: '办事大厅', personal: [], departments: () => none },
  search: { name: '没有搜到的说法', personal: [], departments: () => none },
  search_synonym: { name: '群众说法', personal: [], departments: () => none },
  announcement: { name: '公告', personal: [], departments: (id) => sql`array(select department_id from announcements where id = ${bigint(id)})` },
  announcement_draft: { name: '公告草稿', personal: [], departments: (id) => sql`array(select department_id from announcement_drafts where id = ${uuid(id)})` },
  body_name: { name: '机构名称对照', personal: [], departments: () => none },
  service_guide: { name: '办事指南', personal: [], departments: (id) => sql`array(select department_id from service_guides where id = ${bigint(id)})` },
  guide_draft: { name: '指南草稿', personal: ['reason'], departments: (id) => sql`array(select department_id from guide_drafts where id = ${uuid(id)})` },
  guide_import: { name: '指南导入', personal: [], departments: () => none },
  working_day_notice: { name: '节假日安排', personal: [], departments: () => none },
  audit_trail: { name: '操作记录', personal: [], departments: () => none },
} as const satisfies Record<string, AuditKind>;

export type AuditObjectKind = keyof typeof auditKinds;
export type PersonalValue<Kind extends AuditObjectKind> = (typeof auditKinds)[Kind]['personal'][number];

/** What people call an object's kind; one that is no longer used is called by its own name. */
export const kindName = (kind: string): string => (auditKinds as Readonly<Record<string, AuditKind>>)[kind]?.name ?? kind;
