import type { FastifyInstance } from 'fastify';
import { randomInt } from 'node:crypto';
import { ApiError } from '../../apiError';
import { FeedbackBody, FeedbackIdParams, FeedbackReceived } from '../../contract/feedback';
import { publicEndpoint } from '../../endpoint';
import { findGuideOfFeedback, findReceipt, insertFeedback } from './feedbackRepository';
import { referenceNumber } from './feedbackRules';

/** Reference numbers are drawn; one that is taken is drawn again. */
const mostDraws = 20;

export const sendFeedback = publicEndpoint(
  {
    method: 'PUT',
    url: '/feedback/:feedbackId',
    summary: '报告办事指南的错误，或对小程序提意见；同一编号重复发送只记一次',
    params: FeedbackIdParams,
    body: FeedbackBody,
    reply: FeedbackReceived,
    errors: ['guide_not_found'],
    limits: [
      { per: 'address', limit: 30, windowSeconds: 60 },
      { per: 'address', limit: 500, windowSeconds: 86_400 },
    ],
  },
  async ({ app, params: { feedbackId }, body }) => {
    const earlier = await readReceipt(app, feedbackId);
    if (earlier !== undefined) return earlier;
    const about = await describeSubject(app, body);
    const now = app.clock.now();
    for (let draw = 0; draw < mostDraws; draw += 1) {
      await insertFeedback(app.db, {
        id: feedbackId,
        reference_number: referenceNumber(now, randomInt(2 ** 32) / 2 ** 32),
        ...about,
        description_encrypted: app.encryption.encrypt(body.description, 'feedback.description'),
        contact_phone_encrypted: body.contactPhone === undefined ? null : app.encryption.encrypt(body.contactPhone, 'feedback.contact_phone'),
        received_at: now,
      });
      // Kept now, or by the same call on another connection; else the number was taken.
      const receipt = await readReceipt(app, feedbackId);
      if (receipt !== undefined) return receipt;
    }
    throw new Error('no free reference number for feedback');
  },
);

async function readReceipt(app: FastifyInstance, id: string): Promise<FeedbackReceived | undefined> {
  const row = await findReceipt(app.db, id);
  if (row === undefined) return undefined;
  return { referenceNumber: row.reference_number, receivedAt: row.received_at.toISOString(), handledBy: row.department_name ?? app.config.SITE_OPERATOR_NAME };
}

async function describeSubject(app: FastifyInstance, body: FeedbackBody) {
  if (body.subject === 'mini_program') {
    return { subject: body.subject, kind: body.kind, part: null, guide_id: null, guide_version: null, department_id: null };
  }
  const guide = await findGuideOfFeedback(app.db, Number(body.guideId));
  if (guide === undefined) throw new ApiError('guide_not_found');
  return { subject: body.subject, kind: null, part: body.part, guide_id: guide.id, guide_version: guide.version, department_id: guide.department_id };
}
