import type { FieldError } from '../../contract/errors';
import type { ReferenceCount } from '../../database/references';

/** What the tables that refer to departments hold, and in what it is counted. */
const names: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  service_guides: ['办事指南', '份'],
  service_guide_history: ['办事指南的历史版本', '个'],
  guide_drafts: ['办事指南的草稿', '份'],
  staff_roles: ['工作人员的职责', '项'],
  departments: ['下级部门', '个'],
  feedback: ['群众的反馈', '条'],
  announcements: ['公告', '篇'],
  messages: ['留言', '件'],
};

/** Why a department cannot be removed: one line a kind of thing, with how many. */
export function explainUse(counts: readonly ReferenceCount[]): FieldError[] {
  return counts.map(({ table, count }) => {
    const [name, unit] = names[table] ?? ['其他记录', '条'];
    return { field: table, message: `${name} ${count} ${unit}` };
  });
}
