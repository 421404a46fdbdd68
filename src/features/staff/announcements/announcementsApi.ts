import type { Announcement, AnnouncementPage, AnnouncementSearchResult } from '../../../../server/contract/announcements';
import type { AlarmList } from '../../../../server/contract/alarms';
import type {
  AnnouncementDraft,
  AnnouncementDraftPage,
  AnnouncementStep,
  AnnouncementStepBody,
  BodyName,
  BodyNameBody,
  BodyNameList,
  CleanHtml,
  DraftComparison,
  DraftStep,
  DraftStepBody,
  ReadDocument,
  SaveDraftBody,
  SavedDraft,
  StaffAnnouncement,
  StaffAnnouncementPage,
  StartDraftBody,
} from '../../../../server/contract/announcementDrafts';
import type { AnnouncementKind } from '../../../../server/contract/announcementContent';
import type { AnnouncementStatus, DraftStatus } from '../../../../server/contract/announcementFlow';
import type { ApiClient } from '../../../api/ApiClient';

export interface DraftListQuery {
  show: 'mine' | 'to_approve' | 'all';
  status?: DraftStatus | undefined;
  cursor?: string | undefined;
}

export interface AnnouncementListQuery {
  status?: AnnouncementStatus | undefined;
  kind?: AnnouncementKind | undefined;
  title?: string | undefined;
  cursor?: string | undefined;
}

const draftPath = (draftId: string) => `/staff/announcement-drafts/${encodeURIComponent(draftId)}`;
const announcementPath = (announcementId: string) => `/staff/announcements/${encodeURIComponent(announcementId)}`;

/** Writing, checking, publishing and correcting announcements, in the name of the signed-in staff member. */
export const announcementsApi = (client: ApiClient) => ({
  listDrafts: (query: DraftListQuery) => client.request<AnnouncementDraftPage>({ path: '/staff/announcement-drafts', query: { ...query } }),
  /** @param draftId a UUID chosen here: sent twice it makes one draft. @throws ApiError draft_exists */
  startDraft: (draftId: string, body: StartDraftBody) => client.request<AnnouncementDraft>({ method: 'PUT', path: draftPath(draftId), body }),
  /** @throws ApiError draft_not_found */
  readDraft: (draftId: string) => client.request<AnnouncementDraft>({ path: draftPath(draftId) }),
  /** @throws ApiError draft_changed_meanwhile, step_not_possible, text_refused, draft_not_found */
  saveDraft: (draftId: string, body: SaveDraftBody) => client.request<SavedDraft>({ method: 'PUT', path: `${draftPath(draftId)}/content`, body }),
  /** @throws ApiError draft_changed_meanwhile, step_not_possible, approval_needs_another, announcement_has_faults, publish_time_passed */
  takeDraftStep: (draftId: string, step: DraftStep, body: DraftStepBody) => client.request<AnnouncementDraft>({ method: 'POST', path: `${draftPath(draftId)}/steps/${step}`, body }),
  compareDraft: (draftId: string) => client.request<DraftComparison>({ path: `${draftPath(draftId)}/comparison` }),
  /** @throws ApiError document_refused */
  readDocument: (draftId: string, hash: string) => client.request<ReadDocument>({ method: 'POST', path: `${draftPath(draftId)}/document`, body: { hash } }),
  cleanPastedHtml: (html: string) => client.request<CleanHtml>({ method: 'POST', path: '/staff/pasted-html', body: { html } }),
  draftFilePath: (draftId: string, hash: string) => `${draftPath(draftId)}/files/${hash}`,

  listAnnouncements: (query: AnnouncementListQuery) => client.request<StaffAnnouncementPage>({ path: '/staff/announcements', query: { ...query } }),
  /** @throws ApiError announcement_not_found */
  readAnnouncement: (announcementId: string) => client.request<StaffAnnouncement>({ path: announcementPath(announcementId) }),
  /** @throws ApiError correction_open, step_not_possible */
  startCorrection: (announcementId: string, draftId: string, reason: string) => client.request<AnnouncementDraft>({ method: 'PUT', path: `${announcementPath(announcementId)}/correction`, body: { draftId, reason } }),
  takeAnnouncementStep: (announcementId: string, step: AnnouncementStep, body: AnnouncementStepBody) =>
    client.request<StaffAnnouncement>({ method: 'POST', path: `${announcementPath(announcementId)}/steps/${step}`, body }),

  readPublicAnnouncement: (announcementId: string) => client.request<Announcement>({ path: `/announcements/${encodeURIComponent(announcementId)}` }),
  /** By words in them, or the newest when there are none. */
  findPolicyDocuments: async (words: string): Promise<Pick<AnnouncementPage, 'items'>> => {
    if (words === '') return client.request<AnnouncementPage>({ path: '/announcements', query: { kind: 'policy_document' } });
    const { items } = await client.request<AnnouncementSearchResult>({ path: '/announcements/search', query: { query: words } });
    return { items: items.map(({ announcement }) => announcement).filter(({ kind }) => kind === 'policy_document') };
  },

  listAlarms: () => client.request<AlarmList>({ path: '/staff/alarms' }),
  listBodyNames: () => client.request<BodyNameList>({ path: '/staff/body-names' }),
  /** @throws ApiError body_name_exists */
  saveBodyName: (id: string, body: BodyNameBody) => client.request<BodyName>({ method: 'PUT', path: `/staff/body-names/${encodeURIComponent(id)}`, body }),
  removeBodyName: (id: string) => client.request<void>({ method: 'DELETE', path: `/staff/body-names/${encodeURIComponent(id)}` }),
});
export type AnnouncementsApi = ReturnType<typeof announcementsApi>;
