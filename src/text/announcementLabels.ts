import type { AnnouncementKind, Validity } from '../../server/contract/announcementContent';
import type { AnnouncementRef, AnnouncementSummary } from '../../server/contract/announcements';
import { dateWithWeekday } from './dates';

/** 11月20日; with the year when it is not this one. */
const shortDate = (instant: string, now: number): string => dateWithWeekday(instant, now).replace(/（.*/, '');

export const announcementKindLabels: Record<AnnouncementKind, string> = {
  notice: '通知公告',
  policy_document: '政策文件',
  policy_explained: '政策解读',
  service_notice: '办事公告',
  urgent_notice: '紧急通知',
};

/** What is said of a text that no longer holds. */
const validityNotes: Record<Validity, string | null> = { in_force: null, expired: '已失效', repealed: '已废止' };
const statusNotes: Record<AnnouncementSummary['status'], string | null> = { published: null, withdrawn: '已撤回', archived: '已归档' };

const joined = (parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

/** What stands under a title on the first page. */
export const announcementRefNote = ({ kind, publishedAt }: AnnouncementRef, now: number): string => joined([announcementKindLabels[kind], dateWithWeekday(publishedAt, now)]);

/** What stands under a title in a list: first what keeps somebody from relying on it. */
export const announcementNote = (summary: AnnouncementSummary, now: number, isOfOneKind = false): string =>
  joined([
    statusNotes[summary.status],
    summary.validity === null ? null : validityNotes[summary.validity],
    isOfOneKind ? null : announcementKindLabels[summary.kind],
    summary.department.name,
    shortDate(summary.publishedAt, now),
    summary.correctedAt === null ? null : '更正过',
  ]);
