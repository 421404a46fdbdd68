import type { FeedbackBody, FeedbackReceived } from '../../server/contract/feedback';
import type { ApiClient } from './ApiClient';

/** Reports of mistakes in a guide, and words about the mini-program itself. Open to everyone. */
export const feedbackApi = (client: ApiClient) => ({
  /** @param feedbackId a UUID chosen once for one feedback: sending it again changes nothing. @throws ApiError guide_not_found, rate_limited */
  sendFeedback: (feedbackId: string, body: FeedbackBody) => client.request<FeedbackReceived>({ method: 'PUT', path: `/feedback/${feedbackId}`, body }),
});
export type FeedbackApi = ReturnType<typeof feedbackApi>;
