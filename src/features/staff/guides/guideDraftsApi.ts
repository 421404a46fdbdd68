import type {
  DraftList,
  GuideComparison,
  GuideDraft,
  GuideDraftPage,
  NewGuideBody,
  SaveDraftBody,
  TakeOverBody,
} from '../../../../server/contract/guideDrafts';
import type { GuideForm } from '../../../../server/contract/guideForm';
import type { StaffGuide, StaffGuidePage } from '../../../../server/contract/guideReviews';
import type { ApiClient } from '../../../api/ApiClient';

const draftPath = (id: string) => `/staff/guide-drafts/${encodeURIComponent(id)}`;
const guidePath = (id: string) => `/staff/service-guides/${encodeURIComponent(id)}`;

/** Writing guides: drafts, their steps, and the yearly look. Every call may be repeated. */
export const guideDraftsApi = (client: ApiClient) => ({
  readForm: () => client.request<GuideForm>({ path: '/staff/guide-form' }),
  listDrafts: (list: DraftList, cursor?: string) => client.request<GuideDraftPage>({ path: '/staff/guide-drafts', query: { list, cursor } }),
  listGuides: (name: string, cursor?: string) => client.request<StaffGuidePage>({ path: '/staff/service-guides', query: { name, cursor } }),
  listReviews: (cursor?: string) => client.request<StaffGuidePage>({ path: '/staff/guide-reviews', query: { cursor } }),
  /** @throws ApiError guide_changed_meanwhile */
  confirmGuide: (guideId: string, version: number) => client.request<StaffGuide>({ method: 'PUT', path: `${guidePath(guideId)}/confirmation`, body: { version } }),
  /** Takes up the open draft, or begins one. @throws ApiError guide_not_found */
  startDraft: (guideId: string) => client.request<GuideDraft>({ method: 'PUT', path: `${guidePath(guideId)}/draft` }),
  /** @throws ApiError implementation_code_taken */
  startNewGuide: (draftId: string, body: NewGuideBody) => client.request<GuideDraft>({ method: 'PUT', path: draftPath(draftId), body }),
  readDraft: (id: string) => client.request<GuideDraft>({ path: draftPath(id) }),
  /** @throws ApiError request_invalid, draft_changed_meanwhile with the fields, step_not_possible */
  saveDraft: (id: string, body: SaveDraftBody) => client.request<GuideDraft>({ method: 'PUT', path: `${draftPath(id)}/content`, body }),
  /** @throws ApiError guide_faults_remain, guide_changed_meanwhile, draft_changed_meanwhile, step_not_possible */
  submit: (id: string, revision: number) => client.request<GuideDraft>({ method: 'PUT', path: `${draftPath(id)}/submission`, body: { revision } }),
  /** @throws ApiError approval_needs_another, guide_changed_meanwhile, draft_changed_meanwhile, step_not_possible */
  publish: (id: string, revision: number) => client.request<GuideDraft>({ method: 'PUT', path: `${draftPath(id)}/publication`, body: { revision } }),
  returnDraft: (id: string, revision: number, reason: string) => client.request<GuideDraft>({ method: 'PUT', path: `${draftPath(id)}/return`, body: { revision, reason } }),
  withdraw: (id: string) => client.request<GuideDraft>({ method: 'PUT', path: `${draftPath(id)}/withdrawal` }),
  takeOver: (id: string, body: TakeOverBody) => client.request<GuideDraft>({ method: 'PUT', path: `${draftPath(id)}/base`, body }),
  linkReport: (id: string, reportId: string, closesWhenPublished: boolean) =>
    client.request<GuideDraft>({ method: 'PUT', path: `${draftPath(id)}/reports/${encodeURIComponent(reportId)}`, body: { closesWhenPublished } }),
  compare: (guideId: string, from: number, to: number) => client.request<GuideComparison>({ path: `${guidePath(guideId)}/comparison`, query: { from, to } }),
});
export type GuideDraftsApi = ReturnType<typeof guideDraftsApi>;
