import type { StaffRole } from './staff';

/** 草稿, 待审核, 已退回, 待发布, 已发布, 已作废: of what staff write, a new announcement or a correction. */
export const draftStatuses = ['draft', 'submitted', 'returned', 'scheduled', 'published', 'discarded'] as const;
export type DraftStatus = (typeof draftStatuses)[number];

/** 未发布, 已发布, 已撤回, 已归档: of what the public reads. */
export const announcementStatuses = ['unpublished', 'published', 'withdrawn', 'archived'] as const;
export type AnnouncementStatus = (typeof announcementStatuses)[number];

/** Who may take a step: somebody with one of the roles in the announcement's department, or the clock. */
interface Step<Status extends string> {
  from: readonly Status[];
  to: Status;
  by: readonly StaffRole[] | 'clock';
  /** Not by anybody who has written in the draft, nor by their stand-in. */
  byAnother?: true;
  /** Must say why; withdrawal and correction reasons are public. */
  reason?: true;
  /** Nothing may be found by the check of the draft that forbids it. */
  checked?: true;
}

const open = ['draft', 'submitted', 'returned', 'scheduled'] as const;

/**
 * The life of a draft. API, screens, timeline and documentation read this table; nothing else decides.
 *
 * Editing what was submitted or approved takes it back to being a draft: nobody publishes a text that nobody approved.
 */
export const draftFlow = {
  edit: { from: open, to: 'draft', by: ['editor'] },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['editor'], checked: true },
  take_back: { from: ['submitted'], to: 'draft', by: ['editor'] },
  return: { from: ['submitted', 'scheduled'], to: 'returned', by: ['approver'], reason: true },
  /** With a time of publication that has not come. */
  approve_for_later: { from: ['submitted'], to: 'scheduled', by: ['approver'], byAnother: true, checked: true },
  approve: { from: ['submitted'], to: 'published', by: ['approver'], byAnother: true, checked: true },
  publish_now: { from: ['scheduled'], to: 'published', by: ['approver'], byAnother: true, checked: true },
  publish_when_due: { from: ['scheduled'], to: 'published', by: 'clock' },
  discard: { from: open, to: 'discarded', by: ['editor'] },
} as const satisfies Record<string, Step<DraftStatus>>;
export type DraftAction = keyof typeof draftFlow;

/**
 * The life of what is public. A correction is a draft of its own: while it is written the old text stands. Withdrawing discards it,
 * archiving waits until it is published or discarded.
 */
export const announcementFlow = {
  correct: { from: ['published'], to: 'published', by: ['editor'], reason: true },
  withdraw: { from: ['published', 'archived'], to: 'withdrawn', by: ['approver', 'administrator'], reason: true },
  archive: { from: ['published'], to: 'archived', by: ['approver', 'administrator'] },
  take_out_of_archive: { from: ['archived'], to: 'published', by: ['approver', 'administrator'] },
} as const satisfies Record<string, Step<AnnouncementStatus>>;
export type AnnouncementAction = keyof typeof announcementFlow;

export type FlowStep = Step<string>;
