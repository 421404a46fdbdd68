import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftAction, DraftStatus } from '../../server/contract/guideDrafts';
import { allowedDraftActions, draftActions, draftFlow, draftStatusNames, openStatuses, refusalOf, type DraftStanding } from '../../server/guideDrafts/guideDraftFlow';

const statuses = Object.keys(draftStatusNames) as DraftStatus[];
const standings: readonly (DraftStanding & { who: string })[] = [false, true].flatMap((isEditor) =>
  [false, true].flatMap((isApprover) => [false, true].map((isAuthor) => ({ isEditor, isApprover, isAuthor, who: [isEditor && 'editor', isApprover && 'approver', isAuthor && 'author'].filter(Boolean).join(' and ') || 'stranger' }))),
);

/** The flow once more, as somebody would tell it. */
const told: Record<DraftStatus, Partial<Record<DraftAction, { to: DraftStatus; by: 'editor' | 'another approver' }>>> = {
  draft: { save: { to: 'draft', by: 'editor' }, take_over: { to: 'draft', by: 'editor' }, submit: { to: 'submitted', by: 'editor' }, withdraw: { to: 'withdrawn', by: 'editor' } },
  returned: { save: { to: 'returned', by: 'editor' }, take_over: { to: 'returned', by: 'editor' }, submit: { to: 'submitted', by: 'editor' }, withdraw: { to: 'withdrawn', by: 'editor' } },
  submitted: {
    save: { to: 'draft', by: 'editor' },
    take_over: { to: 'draft', by: 'editor' },
    withdraw: { to: 'withdrawn', by: 'editor' },
    return: { to: 'returned', by: 'another approver' },
    publish: { to: 'published', by: 'another approver' },
  },
  published: {},
  withdrawn: {},
};

const everyCase = statuses.flatMap((status) => draftActions.flatMap((action) => standings.map((standing) => [status, action, standing.who, standing] as const)));

test.each(everyCase)('a draft that is %s, %s by an %s: as the flow says', (status, action, _who, standing) => {
  const step = told[status][action];
  const isAllowed = step !== undefined && (step.by === 'editor' ? standing.isEditor : standing.isApprover && !standing.isAuthor);
  expect(refusalOf(action, status, standing) === undefined).toBe(isAllowed);
  expect(allowedDraftActions(status, standing).includes(action)).toBe(isAllowed);
  if (step !== undefined) expect(draftFlow[action].leads[status]).toBe(step.to);
});

test('a refusal says the nearest reason: no role first, then the status, then being the author', () => {
  const author: DraftStanding = { isEditor: true, isApprover: true, isAuthor: true };
  expect(refusalOf('publish', 'submitted', author)).toBe('approval_needs_another');
  expect(refusalOf('publish', 'draft', author)).toBe('step_not_possible');
  expect(refusalOf('publish', 'submitted', { ...author, isApprover: false })).toBe('not_allowed');
});

test('what is over leads nowhere, and what is open can be given up', () => {
  for (const status of statuses) {
    const leaving = draftActions.filter((action) => draftFlow[action].leads[status] !== undefined);
    expect(leaving.includes('withdraw')).toBe(openStatuses.includes(status));
    expect(leaving.length > 0).toBe(openStatuses.includes(status));
  }
});

test('the decision tells the same flow', () => {
  const document = readFileSync(join(__dirname, '../../docs/decisions/0015-guide-drafts.md'), 'utf8');
  for (const action of draftActions) {
    const { name, by, leads } = draftFlow[action];
    const from = statuses.filter((status) => leads[status] !== undefined);
    const row = `| ${name} | ${from.map((status) => `${draftStatusNames[status]} → ${draftStatusNames[leads[status] ?? status]}`).join('; ')} | ${by === 'editor' ? 'editor' : 'another approver'} |`;
    expect(document).toContain(row);
  }
});
