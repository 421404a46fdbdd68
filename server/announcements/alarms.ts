import { dateInShanghai } from '../clock';
import type { Alarm } from '../contract/alarms';
import { AnnouncementKind } from '../contract/announcementContent';
import { kindName } from './announcementNotices';

const day = 86_400_000;
export const allKinds = (AnnouncementKind as unknown as { enum: AnnouncementKind[] }).enum;

/** Days without a new item: first sign, warning, last call, failed. */
export type Thresholds = readonly [notice: number, warning: number, urgent: number, failed: number];

const levels = ['notice', 'warning', 'urgent', 'failed'] as const;
type Level = (typeof levels)[number];

const newMediaRule = '政务新媒体检查指标：两周内没有更新，判为不合格（各地 2019—2023 年通报口径）';
const emptyColumnsRule = '政府网站检查指标：空白栏目 5 个及以上，单项否决（2022 年检查表）';
const ownRule = '本站内部提醒，检查指标没有统一期限';

/** undefined below the first threshold. */
export function levelOf(count: number, thresholds: Thresholds): Level | undefined {
  const reached = thresholds.filter((threshold) => count >= threshold).length;
  return reached === 0 ? undefined : levels[reached - 1];
}

type Person = Alarm['responsible'][number];
type Department = { id: string; name: string };

export interface Publishing {
  department: Department;
  /** The last publication, or since when somebody has been able to publish. */
  since: Date;
  hasItems: boolean;
  responsible: Person[];
}

export interface AlarmFacts {
  now: Date;
  /** Of the whole installation. */
  site: { since: Date | undefined; emptyKinds: AnnouncementKind[]; responsible: Person[] };
  departments: readonly Publishing[];
  /** Departments whose columns stand empty in the whole installation. */
  emptyDepartments: Department[];
  siteDays: Thresholds;
  departmentDays: Thresholds;
  emptyColumns: number;
}

const worstFirst = (one: Alarm, other: Alarm): number => levels.indexOf(other.level) - levels.indexOf(one.level);

/** Pure: what an inspector would find today or soon, the worst first. */
export function findAlarms(facts: AlarmFacts): Alarm[] {
  return [...siteAlarm(facts), ...emptyAlarm(facts), ...facts.departments.flatMap((publishing) => departmentAlarm(publishing, facts))].sort(worstFirst);
}

/** Whole days of the calendar in China: what was published late in the evening is a day old the next morning. */
function daysBetween(since: Date, now: Date): number {
  return Math.max(0, Math.round((Date.parse(dateInShanghai(now)) - Date.parse(dateInShanghai(since))) / day));
}

const dueOn = (since: Date, days: number): string => dateInShanghai(new Date(since.getTime() + (days - 1) * day));

function siteAlarm({ site, now, siteDays }: AlarmFacts): Alarm[] {
  if (site.since === undefined) return [];
  const days = daysBetween(site.since, now);
  const level = levelOf(days, siteDays);
  if (level === undefined) return [];
  const message =
    level === 'failed' ? `已经 ${days} 天没有发布新内容，检查会判不合格。请今天就发布一条。` : `已经 ${days} 天没有发布新内容，满 ${siteDays[3]} 天判为不合格。请尽快发布。`;
  return [{ rule: 'site_not_updated', level, message, source: newMediaRule, department: null, columns: [], emptyDepartments: [], days, dueOn: dueOn(site.since, siteDays[3]), responsible: site.responsible }];
}

function emptyAlarm({ site, emptyDepartments, emptyColumns }: AlarmFacts): Alarm[] {
  const count = site.emptyKinds.length + emptyDepartments.length;
  const level = levelOf(count, [1, Math.max(1, Math.ceil(emptyColumns / 2)), Math.max(1, emptyColumns - 1), emptyColumns]);
  if (level === undefined) return [];
  const names = [...site.emptyKinds.map((kind) => `“${kindName(kind)}”`), ...emptyDepartments.map(({ name }) => name)].slice(0, 10).join('、');
  const message = `有 ${count} 个栏目一条内容也没有：${names}。${level === 'failed' ? `达到 ${emptyColumns} 个会被单项否决，` : ''}请发布内容，或者把长期不用的部门从工作人员里去掉。`;
  return [{ rule: 'empty_columns', level, message, source: emptyColumnsRule, department: null, columns: site.emptyKinds, emptyDepartments, days: null, dueOn: null, responsible: site.responsible }];
}

function departmentAlarm({ department, since, responsible, hasItems }: Publishing, { now, departmentDays }: AlarmFacts): Alarm[] {
  const days = daysBetween(since, now);
  const level = levelOf(days, departmentDays);
  if (level === undefined) return [];
  const message = hasItems ? `${department.name}已经 ${days} 天没有发布新内容，请安排更新。` : `${department.name}开通 ${days} 天，还没有发布过内容，请安排发布。`;
  return [{ rule: 'department_not_updated', level, message, source: ownRule, department, columns: [], emptyDepartments: [], days, dueOn: dueOn(since, departmentDays[3]), responsible }];
}
