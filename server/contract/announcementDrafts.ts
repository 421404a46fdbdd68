import { Type, type Static } from 'typebox';
import { AnnouncementContent, AnnouncementId, AnnouncementKind, announcementFields } from './announcementContent';
import { announcementFlow, announcementStatuses, draftFlow, draftStatuses, type AnnouncementAction, type DraftAction } from './announcementFlow';
import { DepartmentRef } from './departments';
import { FileHash } from './guideContent';
import { PageQuery, pageOf } from './pagination';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const instant = Type.String({ format: 'date-time' });
const reason = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });
const departmentId = Type.String({ pattern: '^[0-9]{1,15}$' });

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

/** The draft as it was saved, and what had to be taken out of the body, each a sentence for the writer. */
export const SavedDraft = Type.Object({ draft: AnnouncementDraft, removedFromBody: Type.Array(Type.String()) }, { title: 'SavedDraft' });
export type SavedDraft = Static<typeof SavedDraft>;

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
    openDraftId: nullable(Type.String({ description: '正在写的更正稿' })),
    content: AnnouncementContent,
    withdrawalReason: nullable(Type.String()),
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
  {
    ...PageQuery,
    show: Type.Optional(Type.Unsafe<'mine' | 'to_approve' | 'all'>({ type: 'string', enum: ['mine', 'to_approve', 'all'], description: '不填为 mine' })),
    status: Type.Optional(DraftStatus),
    departmentId: Type.Optional(departmentId),
  },
  { additionalProperties: false, description: '不填 status 时只列还没有发布、没有作废的' },
);
export const StaffAnnouncementQuery = Type.Object(
  { ...PageQuery, status: Type.Optional(AnnouncementStatus), kind: Type.Optional(AnnouncementKind), departmentId: Type.Optional(departmentId), title: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: '标题里的字' })) },
  { additionalProperties: false },
);

/** PUT with an id chosen by the writer's device: sent twice it makes one draft. */
export const StartDraftBody = Type.Object(
  { departmentId, kind: AnnouncementKind, title: Type.Optional(announcementFields.title), body: Type.Optional(announcementFields.body) },
  { additionalProperties: false, title: 'StartDraftBody' },
);
export type StartDraftBody = Static<typeof StartDraftBody>;
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

/** Steps that are asked for by name; saving is `edit`, and the clock takes its own. */
const draftSteps = ['submit', 'take_back', 'return', 'approve_for_later', 'approve', 'publish_now', 'discard'] as const satisfies readonly DraftAction[];
export type DraftStep = (typeof draftSteps)[number];
const announcementSteps = ['withdraw', 'archive', 'take_out_of_archive'] as const satisfies readonly AnnouncementAction[];
export type AnnouncementStep = (typeof announcementSteps)[number];

export const DraftStepParams = Type.Object({ ...DraftIdParams.properties, action: Type.Unsafe<DraftStep>({ type: 'string', enum: [...draftSteps] }) }, { additionalProperties: false });
export const AnnouncementStepParams = Type.Object(
  { ...StaffAnnouncementParams.properties, action: Type.Unsafe<AnnouncementStep>({ type: 'string', enum: [...announcementSteps] }) },
  { additionalProperties: false },
);

/** `revision` of what was read: nobody submits or approves a text they have not seen. */
export const DraftStepBody = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    reason: Type.Optional(reason),
    publishAt: Type.Optional(Type.String({ format: 'date-time', description: '只用于 approve_for_later；不填则用草稿里的时间' })),
  },
  { additionalProperties: false, title: 'DraftStepBody' },
);
export type DraftStepBody = Static<typeof DraftStepBody>;
export const AnnouncementStepBody = Type.Object({ reason: Type.Optional(reason) }, { additionalProperties: false, title: 'AnnouncementStepBody' });
export type AnnouncementStepBody = Static<typeof AnnouncementStepBody>;

/** A field of the public text and what the correction makes of it, in words; null = not given. */
export const FieldDifference = Type.Object({ field: Type.String(), label: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()) }, { title: 'FieldDifference' });
export type FieldDifference = Static<typeof FieldDifference>;

/** A paragraph, list item or table row. A changed one comes in pieces: what stayed, what went, what came. */
export const ParagraphDifference = Type.Object(
  {
    kind: Type.Unsafe<'same' | 'removed' | 'added' | 'changed'>({ type: 'string', enum: ['same', 'removed', 'added', 'changed'] }),
    pieces: Type.Array(Type.Object({ kind: Type.Unsafe<'same' | 'removed' | 'added'>({ type: 'string', enum: ['same', 'removed', 'added'] }), text: Type.String() })),
  },
  { title: 'ParagraphDifference' },
);
export type ParagraphDifference = Static<typeof ParagraphDifference>;

/** The draft of a correction beside the version it corrects; of a new announcement everything is new. */
export const DraftComparison = Type.Object(
  { baseVersion: Type.Integer({ minimum: 0 }), fields: Type.Array(FieldDifference), paragraphs: Type.Array(ParagraphDifference) },
  { title: 'DraftComparison' },
);
export type DraftComparison = Static<typeof DraftComparison>;

/** A Word document that was uploaded with the purpose `document`. */
export const ReadDocumentBody = Type.Object({ hash: FileHash }, { additionalProperties: false, title: 'ReadDocumentBody' });

/** What was read: nothing is in the draft yet, the writer confirms it by saving. Its pictures may be saved by whoever had it read. */
export const ReadDocument = Type.Object(
  {
    body: Type.String({ description: '整理好的正文' }),
    guessed: Type.Object(
      { title: nullable(Type.String()), issuingBody: nullable(Type.String()), documentNumber: nullable(Type.String()), writtenOn: nullable(Type.String({ format: 'date' })) },
      { description: '从文头和落款猜出来的，请核对' },
    ),
    warnings: Type.Array(Type.String()),
  },
  { title: 'ReadDocument' },
);
export type ReadDocument = Static<typeof ReadDocument>;

export const PastedHtmlBody = Type.Object({ html: announcementFields.body }, { additionalProperties: false, title: 'PastedHtmlBody' });
export const CleanHtml = Type.Object({ html: Type.String(), removed: Type.Array(Type.String()) }, { title: 'CleanHtml' });
export type CleanHtml = Static<typeof CleanHtml>;

export const DraftFileParams = Type.Object({ ...DraftIdParams.properties, hash: FileHash }, { additionalProperties: false });

/** A name that is found in a text and what it should be: 卫生计生委 → 卫生健康委 */
export const BodyName = Type.Object({ id: Type.String({ format: 'uuid' }), wrong: Type.String(), right: Type.String() }, { title: 'BodyName' });
export type BodyName = Static<typeof BodyName>;
export const BodyNameList = Type.Object({ items: Type.Array(BodyName), mayEdit: Type.Boolean() }, { title: 'BodyNameList' });
export type BodyNameList = Static<typeof BodyNameList>;
export const BodyNameParams = Type.Object({ bodyNameId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
export const BodyNameBody = Type.Object(
  { wrong: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S.*\\S' }), right: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S.*\\S' }) },
  { additionalProperties: false, title: 'BodyNameBody' },
);
export type BodyNameBody = Static<typeof BodyNameBody>;
