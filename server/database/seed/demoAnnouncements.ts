import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Announcing, By } from '../../announcements/announcing';
import { saveDraft } from '../../announcements/saveDraft';
import { startCorrection, startDraft } from '../../announcements/startDraft';
import { takeAnnouncementStep } from '../../announcements/takeAnnouncementStep';
import { takeDraftStep } from '../../announcements/takeDraftStep';
import { SettableClock, type Clock } from '../../clock';
import type { AnnouncementContent, Attachment } from '../../contract/announcementContent';
import type { DraftStep } from '../../contract/announcementDrafts';
import type { StaffRole } from '../../contract/staff';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import type { FileStorage } from '../../files/fileStorage';
import { recordStoredFile } from '../../files/storedFileRepository';
import { recordStaffFile } from '../../staff/staffFiles';
import { openDatabase, type Database } from '../database';
import type { DatabasePool } from '../pool';
import { withProcessLock } from '../processLock';
import { contentOf, demoDraftId, readDemoAnnouncements, versionsOf, type DemoAnnouncement } from './demoAnnouncementTexts';

/** Any number will do, as long as every process uses the same one. */
const seedingLock = 7_201_143;

const day = 86_400_000;
const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Parts {
  pool: DatabasePool;
  encryption: FieldEncryption;
  files: FileStorage;
  clock: Clock;
}

/**
 * Lets the demo staff announce what 云岫县 announced over a year, through the same steps as anybody's: written by an editor,
 * approved by an approver, corrected, withdrawn. It goes on where an earlier start was broken off, and does nothing when all is there.
 */
export function seedDemoAnnouncements(parts: Parts): Promise<void> {
  return withProcessLock(parts.pool, seedingLock, () => new Newsroom(parts).announceAll());
}

class Newsroom {
  private readonly db: Database;
  private readonly clock: SettableClock;
  private readonly announcing: Announcing;
  private readonly members = new Map<string, By>();

  constructor(private readonly parts: Parts) {
    this.db = openDatabase(parts.pool);
    this.clock = new SettableClock(parts.clock.now());
    // What is scheduled is found by the sweep of the running server.
    this.announcing = { db: this.db, clock: this.clock, encryption: parts.encryption, files: parts.files, ownHost: undefined, schedulePublication: async () => undefined };
  }

  async announceAll(): Promise<void> {
    const now = this.parts.clock.now();
    const items = await readDemoAnnouncements();
    const ids = items.map(({ code }) => demoDraftId(code));
    const done = await this.db.selectFrom('announcement_drafts').where('id', 'in', ids).select(['id', 'status']).execute();
    if (done.length === items.length) return;
    // Oldest first: an explanation refers to the document before it, and index numbers follow the days.
    for (const item of [...items].sort((first, second) => (second.daysAgo ?? 0) - (first.daysAgo ?? 0))) await this.announce(item, now);
    // What the demo staff were told of over the year has long been read.
    await this.db.deleteFrom('outbox_notices').where('occurred_at', '<', new Date(now.getTime() - day)).execute();
  }

  private async announce(item: DemoAnnouncement, now: Date): Promise<void> {
    const daysAgo = item.daysAgo ?? 0;
    const on = item.state === 'scheduled' ? atNine(now, -(item.publishInDays ?? 1)) : atNine(now, daysAgo);
    const departmentId = await this.departmentId(item.department);
    const newest = await this.contentFor(item, on, departmentId);
    const versions = versionsOf(item, newest);
    this.clock.set(item.state === undefined ? on : new Date(now.getTime() - 3_600_000));
    const editor = await this.memberWith('editor', departmentId);
    const draftId = demoDraftId(item.code);
    await startDraft(this.announcing, editor, draftId, { departmentId: String(departmentId), kind: item.kind });
    await this.write(draftId, editor, versions[0] ?? newest);
    await this.bringTo(draftId, item, departmentId, on);
    if (item.state !== undefined) return;
    const announcementId = Number(await this.announcementId(item.code));
    for (const [index, correction] of (item.corrections ?? []).entries()) {
      this.clock.set(atNine(now, correction.daysAgo));
      const correctionId = demoDraftId(`${item.code} ${index + 1}`);
      await startCorrection(this.announcing, editor, announcementId, correctionId, correction.reason);
      await this.write(correctionId, editor, versions[index + 1] ?? newest);
      await this.step(correctionId, 'draft', editor, 'submit');
      await this.step(correctionId, 'submitted', await this.memberWith('approver', departmentId), 'approve');
    }
    const { status } = await this.db.selectFrom('announcements').where('id', '=', announcementId).select('status').executeTakeFirstOrThrow();
    if (status !== 'published') return;
    const approver = await this.memberWith('approver', departmentId);
    if (item.withdrawn !== undefined) {
      this.clock.set(atNine(now, item.withdrawn.daysAgo));
      await takeAnnouncementStep(this.announcing, approver, announcementId, 'withdraw', { reason: item.withdrawn.reason });
    }
    if (item.archivedDaysAgo !== undefined) {
      this.clock.set(atNine(now, item.archivedDaysAgo));
      await takeAnnouncementStep(this.announcing, approver, announcementId, 'archive', {});
    }
  }

  /** Submits, returns or approves, as far as the item is to get. */
  private async bringTo(draftId: string, item: DemoAnnouncement, departmentId: number, on: Date): Promise<void> {
    if (item.state === 'draft') return;
    await this.step(draftId, 'draft', await this.memberWith('editor', departmentId), 'submit');
    if (item.state === 'submitted') return;
    const approver = await this.memberWith('approver', departmentId);
    if (item.state === 'returned') return this.step(draftId, 'submitted', approver, 'return', { reason: item.returnReason ?? '请再核对一遍。' });
    if (item.state === 'scheduled') return this.step(draftId, 'submitted', approver, 'approve_for_later', { publishAt: on.toISOString() });
    return this.step(draftId, 'submitted', approver, 'approve');
  }

  private async write(draftId: string, editor: By, { pictures: _derived, ...content }: AnnouncementContent): Promise<void> {
    const { status, revision } = await this.draft(draftId);
    // Saving what is there changes nothing; what is further on stays as it is.
    if (status === 'draft') await saveDraft(this.announcing, editor, draftId, { revision, changes: content, removed: [] });
  }

  /** Takes the step unless an earlier start has taken it. */
  private async step(draftId: string, from: string, by: By, action: DraftStep, more: { reason?: string; publishAt?: string } = {}): Promise<void> {
    const { status, revision } = await this.draft(draftId);
    if (status === from) await takeDraftStep(this.announcing, by, draftId, action, { revision, ...more });
  }

  private draft(id: string) {
    return this.db.selectFrom('announcement_drafts').where('id', '=', id).select(['status', 'revision']).executeTakeFirstOrThrow();
  }

  private async departmentId(name: string): Promise<number> {
    const { id } = await this.db.selectFrom('departments').where('name', '=', name).select('id').executeTakeFirstOrThrow();
    return id;
  }

  private async announcementId(code: string): Promise<string> {
    const { announcement_id: id } = await this.db.selectFrom('announcement_drafts').where('id', '=', demoDraftId(code)).select('announcement_id').executeTakeFirstOrThrow();
    return String(id);
  }

  /** A member in office who holds the role in the department, or else above it. */
  private async memberWith(role: StaffRole, departmentId: number): Promise<By> {
    const known = this.members.get(`${role} ${departmentId}`);
    if (known !== undefined) return known;
    const held = await this.db
      .selectFrom('staff_roles')
      .innerJoin('departments', 'departments.id', 'staff_roles.department_id')
      .innerJoin('staff_members', 'staff_members.id', 'staff_roles.staff_id')
      .where('staff_members.status', '=', 'active')
      .where('role', '=', role)
      .where((eb) => eb.or([eb('department_id', '=', departmentId), eb('departments.parent_id', 'is', null)]))
      .select(['staff_id', 'department_id'])
      .orderBy((eb) => eb('department_id', '=', departmentId), 'desc')
      .orderBy('staff_id')
      .executeTakeFirstOrThrow();
    const by: By = { staff: { staffId: held.staff_id, standsInFor: [], departments: new Map([[role, new Set([departmentId])]]) } };
    this.members.set(`${role} ${departmentId}`, by);
    return by;
  }

  private async contentFor(item: DemoAnnouncement, on: Date, departmentId: number): Promise<AnnouncementContent> {
    const guides = new Map<string, string>();
    for (const code of item.guides ?? []) {
      const { id } = await this.db.selectFrom('service_guides').where('implementation_code', '=', code).select('id').executeTakeFirstOrThrow();
      guides.set(code, String(id));
    }
    const explained = new Map<string, string>();
    for (const code of item.explains ?? []) explained.set(code, await this.announcementId(code));
    const attached = new Map<string, Attachment>();
    for (const name of item.attachments ?? []) attached.set(name, await this.attach(name, departmentId));
    return contentOf(item, on, { guideId: found(guides), announcementId: found(explained), attachment: found(attached) });
  }

  /** Sends a file as the editor would. */
  private async attach(name: string, departmentId: number): Promise<Attachment> {
    const file = await this.parts.files.put(createReadStream(join(__dirname, 'demoFiles', name)), { maxBytes: 20 * 1024 ** 2, mediaTypes: [wordDocument] });
    const { staffId } = (await this.memberWith('editor', departmentId)).staff;
    const at = this.clock.now();
    await this.db.transaction().execute(async (tx) => {
      await recordStoredFile(tx, file, at);
      await recordStaffFile(tx, staffId, 'attachment', { ...file, name }, at);
    });
    return { ...file, name };
  }
}

const found = <Value>(values: ReadonlyMap<string, Value>) => (key: string): Value => {
  const value = values.get(key);
  if (value === undefined) throw new Error(`the demo has no ${key}`);
  return value;
};

/** Nine in the morning in Shanghai, so many days ago, or ahead when negative; today it is not later than now. */
function atNine(now: Date, daysAgo: number): Date {
  const shanghai = 8 * 3_600_000;
  const midnight = Math.floor((now.getTime() + shanghai) / day) * day - shanghai;
  const nine = midnight - daysAgo * day + 9 * 3_600_000;
  return new Date(daysAgo < 0 ? nine : Math.min(nine, now.getTime() - 60_000));
}
