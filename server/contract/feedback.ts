import { Type, type Static } from 'typebox';
import { MobileNumber } from './citizens';

/** The part of a guide that is said to be wrong. */
export const GuidePart = Type.Union(
  [
    Type.Literal('materials'),
    Type.Literal('process'),
    Type.Literal('place'),
    Type.Literal('time'),
    Type.Literal('fee'),
    Type.Literal('phone'),
    Type.Literal('other'),
  ],
  { title: 'GuidePart' },
);
export type GuidePart = Static<typeof GuidePart>;

/** 投诉, 建议, 打不开或出错, 看不懂、不会用 */
export const FeedbackKind = Type.Union([Type.Literal('complaint'), Type.Literal('suggestion'), Type.Literal('fault'), Type.Literal('difficulty')], { title: 'FeedbackKind' });
export type FeedbackKind = Static<typeof FeedbackKind>;

const shared = {
  description: Type.String({ minLength: 5, maxLength: 500, description: '说明，5 到 500 个字' }),
  contactPhone: Type.Optional(MobileNumber),
};

/** Sent without signing in; the id in the address is chosen by the sender, so that sending twice keeps one. */
export const FeedbackBody = Type.Union(
  [
    Type.Object({ subject: Type.Literal('guide'), guideId: Type.String({ pattern: '^[0-9]{1,15}$' }), part: GuidePart, ...shared }, { additionalProperties: false }),
    Type.Object({ subject: Type.Literal('mini_program'), kind: FeedbackKind, ...shared }, { additionalProperties: false }),
  ],
  { title: 'FeedbackBody' },
);
export type FeedbackBody = Static<typeof FeedbackBody>;

export const FeedbackIdParams = Type.Object({ feedbackId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

export const FeedbackReceived = Type.Object(
  { referenceNumber: Type.String({ description: '给人看的编号' }), receivedAt: Type.String({ format: 'date-time' }), handledBy: Type.String({ description: '由谁处理' }) },
  { title: 'FeedbackReceived' },
);
export type FeedbackReceived = Static<typeof FeedbackReceived>;
