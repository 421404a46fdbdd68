import { Type, type Static } from 'typebox';
import { AnnouncementContent, AnnouncementId, AnnouncementKind, announcementFields } from './announcementContent';
import { announcementFlow, announcementStatuses, draftFlow, draftStatuses, type AnnouncementAction, type DraftAction } from './announcementFlow';
import { DepartmentRef } from './departments';
import { PageQuery, pageOf } from './pagination';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const instant = Type.String({ format: 'date-time' });
const reason = Type.String({ minLength: 1, maxLength: 300 });

export const DraftStatus = Type.Unsafe<(typeof draftStatuses)[number]>({ type: 'string', enum: [...draftStatuses], title: 'DraftStatus' });
export const AnnouncementStatus = Type.Unsafe<(typeof announcementStatuses)[number]>({ type: 'string', enum: [...announcementStatuses], title: 'AnnouncementStatus' });
/** What this member may do now; `edit` also means saving. */
export const DraftAllowedAction = Type.Unsafe<DraftAction>({ type: 'string', enum: Object.keys(draftFlow), title: 'DraftAllowedAction' });
export const AnnouncementAllowedAction = Type.Unsafe<AnnouncementAction>({ type: 'string', enum: Object.keys(announcementFlow), title: 'AnnouncementAllowedAction' });

export const StaffName = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'StaffName' });

/** What the check of a draft found. A fault must be mended before it is submitted; advice may be left. */
export const AnnouncementFinding = Type.Object(
  {
    rule: Type.String({ description: '规则的稳定代码' }),
    severity: Type.Union([Type.Literal('fault'), Type.Literal('advice')]),
    field: Type.String({ description: 'AnnouncementContent 的字段名' }),
    message: Type.String({ description: '哪里不对、怎么改' }),
    excerpt: nullable(Type.String({ description: '正文里的哪几个字' })),
  },
  { title: 'AnnouncementFinding' },
);
export type AnnouncementFinding = Static<typeof AnnouncementFinding>;

export const AnnouncementEvent = Type.Object(
  {
    action: Type.String({ description: 'announcementFlow.ts 的步骤名；由时钟执行的也在内' }),
    by: nullable(StaffName),
    note: nullable(Type.String()),
    at: instant,
  },
  { title: 'AnnouncementEvent' },
);
export type AnnouncementEvent = Static<typeof AnnouncementEvent>;

export const AnnouncementDraftSummary = Type.Object(
  {
    id: Type.String(),
    announcementId: Type.String(),
    kind: AnnouncementKind,
    title: Type.String(),
    department: DepartmentRef,
    status: DraftStatus,
    isCorrection: Type.Boolean(),
    owner: StaffName,
    updatedAt: instant,
    publishAt: nullable(instant),
  },
  { title: 'AnnouncementDraftSummary' },
);
export type AnnouncementDraftSummary = Static<typeof AnnouncementDraftSummary>;
export const AnnouncementDraftPage = pageOf(AnnouncementDraftSummary);
export type AnnouncementDraftPage = Static<typeof AnnouncementDraftPage>;

export const AnnouncementDraft = Type.Object(
  {
    ...AnnouncementDraftSummary.properties,
    content: AnnouncementContent,
    revision: Type.Integer({ minimum: 1, description: '保存时带上读到的这个数' }),
    baseVersion: Type.Integer({ minimum: 0 }),
    correctionReason: nullable(Type.String()),
    updatedBy: StaffName,
    approvedBy: nullable(StaffName),
    findings: Type.Array(AnnouncementFinding),
    events: Type.Array(AnnouncementEvent, { description: '办理过程，早的在前' }),
    allowedActions: Type.Array(DraftAllowedAction),
  },
  { title: 'AnnouncementDraft' },
);
export type AnnouncementDraft = Static<typeof AnnouncementDraft>;

/** A public announcement as the staff of its department see it. */
export const StaffAnnouncement = Type.Object(
  {
    id: Type.String(),
    kind: AnnouncementKind,
    title: Type.String(),
    department: DepartmentRef,
    status: AnnouncementStatus,
    version: Type.Integer(),
    publishedAt: instant,
    openDraftId: nullable(Type.String()),
    events: Type.Array(AnnouncementEvent),
    allowedActions: Type.Array(AnnouncementAllowedAction),
  },
  { title: 'StaffAnnouncement' },
);
export type StaffAnnouncement = Static<typeof StaffAnnouncement>;
export const StaffAnnouncementSummary = Type.Object(
  { id: Type.String(), kind: AnnouncementKind, title: Type.String(), department: DepartmentRef, status: AnnouncementStatus, publishedAt: instant, openDraftId: nullable(Type.String()) },
  { title: 'StaffAnnouncementSummary' },
);
export type StaffAnnouncementSummary = Static<typeof StaffAnnouncementSummary>;
export const StaffAnnouncementPage = pageOf(StaffAnnouncementSummary);
export type StaffAnnouncementPage = Static<typeof StaffAnnouncementPage>;

export const DraftIdParams = Type.Object({ draftId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
export const StaffAnnouncementParams = Type.Object({ announcementId: AnnouncementId }, { additionalProperties: false });

export const AnnouncementDraftQuery = Type.Object(
  { ...PageQuery, show: Type.Optional(Type.Unsafe<'mine' | 'to_approve' | 'all'>({ type: 'string', enum: ['mine', 'to_approve', 'all'] })), status: Type.Optional(DraftStatus) },
  { additionalProperties: false },
);
export const StaffAnnouncementQuery = Type.Object({ ...PageQuery, status: Type.Optional(AnnouncementStatus), kind: Type.Optional(AnnouncementKind), title: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }, { additionalProperties: false });

/** PUT with an id chosen by the writer's device: sent twice it makes one draft. */
export const StartDraftBody = Type.Object(
  { departmentId: Type.String({ pattern: '^[0-9]{1,15}$' }), kind: AnnouncementKind, title: Type.Optional(announcementFields.title), body: Type.Optional(announcementFields.body) },
  { additionalProperties: false, title: 'StartDraftBody' },
);
export const StartCorrectionBody = Type.Object({ draftId: Type.String({ format: 'uuid' }), reason }, { additionalProperties: false, title: 'StartCorrectionBody' });

const { pictures: _derived, ...writable } = announcementFields;
type OptionalField = Exclude<keyof typeof writable, 'kind' | 'title' | 'body'>;
const optionalFields = Object.keys(writable).filter((name): name is OptionalField => !['kind', 'title', 'body'].includes(name));

/** Only what changed: fields with their new values, and the names of fields that were emptied. */
export const SaveDraftBody = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    changes: Type.Partial(Type.Object(writable, { additionalProperties: false })),
    removed: Type.Array(Type.Unsafe<OptionalField>({ type: 'string', enum: optionalFields }), { maxItems: optionalFields.length }),
    publishAt: Type.Optional(nullable(instant)),
    correctionReason: Type.Optional(reason),
  },
  { additionalProperties: false, title: 'SaveDraftBody' },
);
export type SaveDraftBody = Static<typeof SaveDraftBody>;

/** `revision` of what was read: nobody submits or approves a text they have not seen. */
export const DraftStepBody = Type.Object({ revision: Type.Integer({ minimum: 1 }), reason: Type.Optional(reason), publishAt: Type.Optional(instant) }, { additionalProperties: false, title: 'DraftStepBody' });
export const AnnouncementStepBody = Type.Object({ reason: Type.Optional(reason) }, { additionalProperties: false, title: 'AnnouncementStepBody' });
