import { findAlarms, levelOf, type AlarmFacts } from '../../../server/announcements/alarms';
import type { AlarmList } from '../../../server/contract/alarms';
import { publishedAnnouncement, soundNotice } from '../../support/announcements';
import { becomeStaff } from '../../support/staff';
import { startTestApp } from '../../support/testApp';

const person = { id: '1', name: '许文清' };
const facts: AlarmFacts = {
  now: new Date('2026-11-23T02:00:00Z'),
  site: { since: new Date('2026-11-22T02:00:00Z'), emptyKinds: [], responsible: [person] },
  departments: [],
  emptyDepartments: [],
  siteDays: [7, 10, 12, 14],
  departmentDays: [30, 60, 75, 90],
  emptyColumns: 5,
};
const publishedOn = (day: string): AlarmFacts => ({ ...facts, site: { ...facts.site, since: new Date(`${day}T02:00:00Z`) } });

test.each([
  ['2026-11-17', undefined],
  ['2026-11-16', 'notice'],
  ['2026-11-13', 'warning'],
  ['2026-11-11', 'urgent'],
  ['2026-11-10', 'urgent'],
  ['2026-11-09', 'failed'],
])('last published on %s, the alarm on 23 November is %s', (day, level) => {
  expect(findAlarms(publishedOn(day))[0]?.level).toBe(level);
});

test('an alarm says who is responsible, until when and by which rule', () => {
  expect(findAlarms(publishedOn('2026-11-13'))).toEqual([
    expect.objectContaining({ rule: 'site_not_updated', days: 10, dueOn: '2026-11-26', responsible: [person], source: expect.stringContaining('政务新媒体') as string, message: expect.stringContaining('10 天') as string }),
  ]);
});

test('days are those of the calendar in China', () => {
  const late = { ...facts, now: new Date('2026-11-22T16:30:00Z'), site: { ...facts.site, since: new Date('2026-11-15T15:30:00Z') } };
  expect(findAlarms(late)[0]).toMatchObject({ days: 8, level: 'notice' });
});

test('empty columns fail at five, whoever they belong to, and the worst alarm stands first', () => {
  const empty = { ...publishedOn('2026-11-16'), emptyDepartments: [1, 2, 3].map((id) => ({ id: String(id), name: `部门${id}` })) };
  const withKinds = { ...empty, site: { ...empty.site, emptyKinds: ['policy_document', 'urgent_notice'] as const } } as unknown as AlarmFacts;
  expect(findAlarms(withKinds).map(({ rule, level }) => [rule, level])).toEqual([
    ['empty_columns', 'failed'],
    ['site_not_updated', 'notice'],
  ]);
  expect(findAlarms(empty)[0]).toMatchObject({ rule: 'empty_columns', level: 'warning' });
  expect(levelOf(0, [1, 3, 4, 5])).toBeUndefined();
});

test('staff see the alarms of their departments and of the whole, with the names of those who can mend them', async () => {
  const t = await startTestApp({ ALARM_DEPARTMENT_UPDATE_DAYS: '5,10,15,20' });
  const headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: '云岫县民政局' }]);
  await publishedAnnouncement(t, '云岫县公安局', soundNotice);
  t.clock.advance(8 * 86_400_000);
  const again = await becomeStaff(t, 'young_father', [{ role: 'approver', department: '云岫县民政局' }]);
  const { items } = (await t.app.inject({ url: '/api/v1/staff/alarms', headers: again })).json<AlarmList>();
  expect(items.map(({ rule, level, department }) => [rule, level, department?.name ?? null]).sort()).toEqual([
    ['department_not_updated', 'notice', '云岫县民政局'],
    ['empty_columns', 'failed', null],
    ['site_not_updated', 'notice', null],
  ]);
  expect(items.find(({ rule }) => rule === 'department_not_updated')?.responsible.map(({ name }) => name)).toEqual(['林知夏']);
  expect(headers).toBeDefined();
  await t.close();
});
