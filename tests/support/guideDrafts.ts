import type { DraftChanges, GuideDraft } from '../../server/contract/guideDrafts';
import type { GuideContent } from '../../server/contract/guideContent';
import type { TestApp } from './testApp';

export type Headers = { authorization: string };

const file = { hash: 'a'.repeat(64), name: '样本.png', mediaType: 'image/png', byteSize: 1 };

/** Nothing that the check could find. */
export const flawless: Partial<GuideContent> = {
  naturalPersonTopics: ['np.household'],
  legalBases: [{ law: '《中华人民共和国户口登记条例》', isVerified: true }],
  eligibility: '户口在本县的人。',
  requiredMaterials: [{ name: '居民户口簿', basis: '《中华人民共和国户口登记条例》', isWaived: false }],
  address: '长丰街 1 号',
  openingHours: '工作日 9:00—17:00',
  consultationPhone: '0000-12345611',
  supervisionPhone: '0000-12345600',
  onSiteSteps: [{ name: '受理' }],
  results: [{ name: '户口簿', sample: file }],
};

/** Calls of the draft endpoints in somebody's name. */
export function draftCalls(t: TestApp, app = t.app) {
  const put = (headers: Headers, path: string, payload: object = {}) => app.inject({ method: 'PUT', url: `/api/v1/staff${path}`, headers, payload });
  return {
    put,
    get: (headers: Headers, path: string) => app.inject({ url: `/api/v1/staff${path}`, headers }),
    start: async (headers: Headers, guideId: string): Promise<GuideDraft> => (await app.inject({ method: 'PUT', url: `/api/v1/staff/service-guides/${guideId}/draft`, headers })).json<GuideDraft>(),
    read: async (headers: Headers, id: string): Promise<GuideDraft> => (await app.inject({ url: `/api/v1/staff/guide-drafts/${id}`, headers })).json<GuideDraft>(),
    save: (headers: Headers, { id, revision }: Pick<GuideDraft, 'id' | 'revision'>, changes: DraftChanges) => put(headers, `/guide-drafts/${id}/content`, { revision, changes }),
    step: (headers: Headers, { id, revision }: Pick<GuideDraft, 'id' | 'revision'>, name: string, more: object = {}) => put(headers, `/guide-drafts/${id}/${name}`, { revision, ...more }),
    withdraw: (headers: Headers, id: string) => app.inject({ method: 'PUT', url: `/api/v1/staff/guide-drafts/${id}/withdrawal`, headers }),
  };
}

export const codeOf = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;
