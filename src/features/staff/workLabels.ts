import type { StaffWorkItem, StaffWorkList, WorkKind } from '../../../server/contract/work';
import { paths } from '../../paths';
import { dateWithWeekday } from '../../text/dates';

/** What each kind of work is called, and the page where one of it is done. */
export const workKinds: Record<WorkKind, { name: string; pathOf: (id: string) => string }> = {
  report: { name: '群众的反馈', pathOf: () => paths.staffReports },
  guide_draft: { name: '指南草稿', pathOf: paths.guideDraft },
  guide_review: { name: '年度核对', pathOf: () => paths.guideReview },
  guide_import: { name: '批量导入', pathOf: () => paths.staffImports },
  announcement: { name: '公告', pathOf: paths.announcementDraft },
};

export interface DueText {
  text: string;
  isOverdue: boolean;
}

/** 最晚11月26日（周四）办完. A due time is the end of its last day; null when there is none. */
export function dueText({ dueAt }: StaffWorkItem, now: number): DueText | null {
  if (dueAt === null) return null;
  const lastDay = dateWithWeekday(Date.parse(dueAt) - 1, now);
  return Date.parse(dueAt) <= now ? { text: `已超时，应在${lastDay}办完`, isOverdue: true } : { text: `最晚${lastDay}办完`, isOverdue: false };
}

/** 等着您办：3 件，其中 1 件已超时 */
export function workHeading({ totals, overdue }: StaffWorkList): string {
  if (totals.length === 0) return '没有等着您办的事';
  const count = totals.reduce((sum, total) => sum + total.count, 0);
  const isMore = totals.some(({ label }) => label.endsWith('+'));
  return `等着您办：${count}${isMore ? ' 多' : ' '}件${overdue === 0 ? '' : `，其中 ${overdue} 件已超时`}`;
}

/** 群众的反馈 2 件，公告 1 件; nothing when there is one kind only, which every row names. */
export const totalsText = ({ totals }: StaffWorkList): string | null =>
  totals.length < 2 ? null : totals.map(({ kind, label }) => `${workKinds[kind].name} ${label} 件`).join('，');
