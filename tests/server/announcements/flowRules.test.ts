import { readFileSync } from 'node:fs';
import { allowedAnnouncementActions, allowedDraftActions, refusalOf } from '../../../server/announcements/flowRules';
import { announcementFlow, announcementStatuses, draftFlow, draftStatuses, type FlowStep } from '../../../server/contract/announcementFlow';
import { announcementPath, draftPath } from '../../../server/announcements/announcementPaths';
import type { StaffRole } from '../../../server/contract/staff';
import { paths } from '../../../src/paths';
import { roles } from '../../support/permissions';

/** Said once more, by hand, so that a slip in the table is seen. */
const drafts: Record<string, { from: string[]; who: StaffRole[]; notOwn?: true }> = {
  edit: { from: ['draft', 'submitted', 'returned', 'scheduled'], who: ['editor'] },
  submit: { from: ['draft', 'returned'], who: ['editor'] },
  take_back: { from: ['submitted'], who: ['editor'] },
  return: { from: ['submitted', 'scheduled'], who: ['approver'] },
  approve_for_later: { from: ['submitted'], who: ['approver'], notOwn: true },
  approve: { from: ['submitted'], who: ['approver'], notOwn: true },
  publish_now: { from: ['scheduled'], who: ['approver'], notOwn: true },
  publish_when_due: { from: ['scheduled'], who: [] },
  discard: { from: ['draft', 'submitted', 'returned', 'scheduled'], who: ['editor'] },
};
const announcements: typeof drafts = {
  correct: { from: ['published'], who: ['editor'] },
  withdraw: { from: ['published', 'archived'], who: ['approver', 'administrator'] },
  archive: { from: ['published'], who: ['approver', 'administrator'] },
  take_out_of_archive: { from: ['archived'], who: ['approver', 'administrator'] },
};

const flows = [
  { flow: draftFlow as Record<string, FlowStep>, expected: drafts, statuses: draftStatuses as readonly string[] },
  { flow: announcementFlow as Record<string, FlowStep>, expected: announcements, statuses: announcementStatuses as readonly string[] },
];
const both = [true, false];

test('every step from every status by every role, on own and others’ writing, in the own and another department, is as it is meant', () => {
  let combinations = 0;
  for (const { flow, expected, statuses } of flows) {
    expect(Object.keys(flow).sort()).toEqual(Object.keys(expected).sort());
    for (const [action, step] of Object.entries(flow)) {
      for (const status of statuses) for (const role of roles) for (const hasWritten of both) for (const isOwnDepartment of both) {
        const { from = [], who = [], notOwn = false } = expected[action] ?? {};
        const may = isOwnDepartment && who.includes(role) && from.includes(status) && !(notOwn && hasWritten);
        const refusal = refusalOf(step, status, { roles: new Set(isOwnDepartment ? [role] : []), hasWritten });
        expect([action, status, role, hasWritten, isOwnDepartment, refusal === undefined]).toEqual([action, status, role, hasWritten, isOwnDepartment, may]);
        combinations += 1;
      }
    }
  }
  expect(combinations).toBe((9 * 6 + 4 * 4) * 9 * 4);
});

test('the clock publishes what is due and does nothing else', () => {
  const taken = Object.entries(draftFlow).filter(([, step]) => draftStatuses.some((status) => refusalOf(step, status, 'clock') === undefined));
  expect(taken.map(([action]) => action)).toEqual(['publish_when_due']);
  expect(Object.values(announcementFlow).filter((step) => refusalOf(step, 'published', 'clock') === undefined)).toEqual([]);
});

test('the only ways to the public lead through somebody who has not written, or through the clock after them', () => {
  for (const [action, step] of Object.entries(draftFlow)) {
    if (step.to !== 'published' && step.to !== 'scheduled') continue;
    expect([action, step.by === 'clock' || ('byAnother' in step && step.byAnother)]).toEqual([action, true]);
  }
  expect(Object.values(draftFlow).filter(({ to }) => to === 'scheduled')).toEqual([draftFlow.approve_for_later]);
});

test('who may do nothing is offered nothing', () => {
  for (const status of draftStatuses) expect(allowedDraftActions(status, { roles: new Set(['auditor', 'handler']), hasWritten: false })).toEqual([]);
  expect(allowedDraftActions('submitted', { roles: new Set(['approver']), hasWritten: true })).toEqual(['return']);
  expect(allowedAnnouncementActions('withdrawn', { roles: new Set(['administrator', 'editor', 'approver']), hasWritten: false })).toEqual([]);
});

test('docs/announcements.md shows the table as it is', () => {
  const words = (flow: Record<string, FlowStep>): string =>
    ['| step | from | to | by | not by a writer | needs a reason | checked |', '|---|---|---|---|---|---|---|']
      .concat(
        Object.entries(flow).map(([action, { from, to, by, byAnother, reason, checked }]) => {
          const yes = (is: true | undefined): string => (is === true ? 'yes' : '');
          return `| \`${action}\` | ${from.join(', ')} | ${to} | ${by === 'clock' ? 'the clock' : by.join(', ')} | ${yes(byAnother)} | ${yes(reason)} | ${yes(checked)} |`;
        }),
      )
      .join('\n');
  const document = readFileSync('docs/announcements.md', 'utf8');
  for (const { flow } of flows) expect(document).toContain(words(flow));
});

test('notices lead to pages of the app', () => {
  const draftId = '00000000-0000-4000-8000-000000000001';
  expect([announcementPath(12), draftPath(draftId)]).toEqual([paths.announcement('12'), paths.announcementDraft(draftId)]);
});
