import { SettableClock } from '../clock';
import type { AnnouncementKind } from '../contract/announcementContent';
import type { SaveDraftBody } from '../contract/announcementDrafts';
import type { StaffSession } from '../staff/staffSession';
import type { Announcing } from './announcing';
import { findDraft } from './draftRepository';
import { saveDraft } from './saveDraft';
import { startCorrection, startDraft } from './startDraft';
import { takeAnnouncementStep } from './takeAnnouncementStep';
import { takeDraftStep } from './takeDraftStep';

type Changes = SaveDraftBody['changes'];

/** An announcement with its life, as demo data has it. */
export interface SeedAnnouncement {
  /** A fixed id: what has been published under it is left alone. */
  draftId: string;
  departmentId: number;
  kind: AnnouncementKind;
  content: Changes;
  publishedAt: Date;
  /** Both in office, and not the same: the flow asks them as it asks everybody. */
  author: StaffSession;
  approver: StaffSession;
  corrections?: readonly { draftId: string; reason: string; changes: Changes; at: Date }[];
  withdrawn?: { reason: string; at: Date };
  archivedAt?: Date;
}

/**
 * Publishes demo data by the steps that staff take, at the times it says; nothing is written past the check, the flow or the history.
 * Pictures and attachments must have been stored and recorded as the author's (`recordStaffFile`) before.
 *
 * @returns the announcement's id.
 * @throws ApiError `announcement_has_faults` and whatever else staff would be told.
 */
export async function publishForSeed(parts: Omit<Announcing, 'clock' | 'schedulePublication'>, seed: SeedAnnouncement): Promise<number> {
  const clock = new SettableClock(seed.publishedAt);
  const announcing: Announcing = { ...parts, clock, schedulePublication: async () => undefined };
  const [author, approver] = [{ staff: seed.author }, { staff: seed.approver }];
  const known = await findDraft(parts.db, seed.draftId);
  if (known?.status === 'published') return known.announcement_id;
  const approve = async (draftId: string, changes: Changes): Promise<number> => {
    const revision = async (): Promise<number> => (await findDraft(parts.db, draftId))?.revision ?? 0;
    await saveDraft(announcing, author, draftId, { revision: await revision(), changes, removed: [] });
    await takeDraftStep(announcing, author, draftId, 'submit', { revision: await revision() });
    await takeDraftStep(announcing, approver, draftId, 'approve', { revision: await revision() });
    return (await findDraft(parts.db, draftId))?.announcement_id ?? 0;
  };
  await startDraft(announcing, author, seed.draftId, { departmentId: String(seed.departmentId), kind: seed.kind });
  const id = await approve(seed.draftId, seed.content);
  for (const { draftId, reason, changes, at } of seed.corrections ?? []) {
    clock.set(at);
    await startCorrection(announcing, author, id, draftId, reason);
    await approve(draftId, changes);
  }
  if (seed.withdrawn !== undefined) {
    clock.set(seed.withdrawn.at);
    await takeAnnouncementStep(announcing, approver, id, 'withdraw', { reason: seed.withdrawn.reason });
  }
  if (seed.archivedAt !== undefined) {
    clock.set(seed.archivedAt);
    await takeAnnouncementStep(announcing, approver, id, 'archive', {});
  }
  return id;
}
