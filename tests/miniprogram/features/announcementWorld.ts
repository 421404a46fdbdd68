import type { AnnouncementDraft, SaveDraftBody } from '../../../server/contract/announcementDrafts';
import { ApiError, type AnyErrorCode } from '../../../src/api/ApiError';
import { DeviceCopy } from '../../../src/features/staff/announcements/DeviceCopy';
import { DraftStore } from '../../../src/features/staff/announcements/DraftStore';
import type { DeviceStorage } from '../../../src/platform/DeviceStorage';

export const refused = (code: AnyErrorCode, status: number | null = 409) => new ApiError({ code, message: code, status });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

export const memory = (): DeviceStorage => {
  const kept = new Map<string, string>();
  return {
    read: (name) => (kept.has(name) ? (JSON.parse(kept.get(name) ?? '') as unknown) : undefined),
    write: (name, value) => void kept.set(name, JSON.stringify(value)),
    remove: (name) => void kept.delete(name),
  };
};

export const draftOf = (more: Partial<AnnouncementDraft> = {}): AnnouncementDraft => ({
  id: '00000000-0000-4000-8000-000000000001',
  announcementId: '1',
  kind: 'notice',
  title: '停水通知',
  department: { id: '1', name: '云岫县水利局' },
  status: 'draft',
  isCorrection: false,
  owner: { id: 'a', name: '沈知微' },
  updatedAt: '2026-11-24T01:00:00.000Z',
  publishAt: null,
  content: { kind: 'notice', title: '停水通知', body: '<p>一</p>' },
  revision: 1,
  baseVersion: 0,
  correctionReason: null,
  updatedBy: { id: 'a', name: '沈知微' },
  approvedBy: null,
  findings: [],
  events: [],
  allowedActions: ['edit', 'submit', 'discard'],
  ...more,
});

/** A server with one draft, on which others may write as well, and a clock that is moved by hand. */
export function world(storage: DeviceStorage = memory()) {
  const server = { draft: draftOf(), saved: [] as SaveDraftBody[], steps: [] as unknown[], refusal: null as ApiError | null };
  const waiting = new Map<number, { act: () => void; milliseconds: number }>();
  let number = 0;
  const apply = ({ changes, removed, publishAt }: SaveDraftBody, by: string): void => {
    const content = Object.fromEntries(Object.entries({ ...server.draft.content, ...changes }).filter(([field]) => !(removed as string[]).includes(field)));
    server.draft = { ...server.draft, content: content as AnnouncementDraft['content'], revision: server.draft.revision + 1, updatedBy: { id: by, name: by }, ...(publishAt === undefined ? {} : { publishAt }) };
  };
  const api = {
    readDraft: () => (server.refusal === null ? Promise.resolve(server.draft) : Promise.reject(server.refusal)),
    saveDraft: (_id: string, body: SaveDraftBody) => {
      if (server.refusal !== null) return Promise.reject(server.refusal);
      if (body.revision !== server.draft.revision) return Promise.reject(refused('draft_changed_meanwhile'));
      server.saved.push(body);
      apply(body, '沈知微');
      return Promise.resolve({ draft: server.draft, removedFromBody: [] });
    },
    takeDraftStep: (_id: string, step: string, body: object) => {
      if (server.refusal !== null) return Promise.reject(server.refusal);
      server.steps.push([step, body]);
      server.draft = { ...server.draft, status: 'submitted', revision: server.draft.revision + 1, allowedActions: ['take_back'] };
      return Promise.resolve(server.draft);
    },
  };
  const later = (act: () => void, milliseconds: number) => {
    const mine = (number += 1);
    waiting.set(mine, { act, milliseconds });
    return () => void waiting.delete(mine);
  };
  return {
    server,
    storage,
    waits: () => [...waiting.values()].map(({ milliseconds }) => milliseconds),
    /** Lets the time come for everything that waits. */
    async pass() {
      const due = [...waiting.values()];
      waiting.clear();
      for (const { act } of due) act();
      await settled();
      await settled();
    },
    somebodyElseSaves: (changes: SaveDraftBody['changes'], removed: SaveDraftBody['removed'] = []) => apply({ revision: 0, changes, removed }, '许文清'),
    async open() {
      const store = new DraftStore(server.draft.id, { api, copy: new DeviceCopy(storage, server.draft.id), now: () => 1_795_510_000_000, later });
      await store.load();
      return store;
    },
  };
}

