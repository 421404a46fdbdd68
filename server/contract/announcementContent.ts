import { Type, type Static, type TSchema } from 'typebox';
import { FileHash } from './guideContent';
import { OfficeCode } from './offices';
import { TopicCode } from './topics';

/**
 * What a department announces: the same shape is written, compared between versions, checked, published and shown. A field
 * that is absent has not been given; nothing is null. Fields of disclosure as 政府信息公开 lists them.
 */

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: names, title });
const line = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description });
const optional = (maxLength: number, description: string) => Type.Optional(line(maxLength, description));
const date = (description: string) => Type.Optional(Type.String({ format: 'date', description }));
const listOf = <Item extends TSchema>(item: Item, maxItems: number, description: string) => Type.Optional(Type.Array(item, { maxItems, uniqueItems: true, description }));

/** 通知公告, 政策文件, 政策解读, 办事公告, 紧急通知 */
export const AnnouncementKind = literals('AnnouncementKind', ['notice', 'policy_document', 'policy_explained', 'service_notice', 'urgent_notice']);
export type AnnouncementKind = Static<typeof AnnouncementKind>;

/** 有效, 失效, 废止 */
export const Validity = literals('Validity', ['in_force', 'expired', 'repealed']);
export type Validity = Static<typeof Validity>;

export const AnnouncementId = Type.String({ pattern: '^[0-9]{1,15}$' });

export const Attachment = Type.Object(
  {
    hash: FileHash,
    name: line(150, '文件名，带扩展名'),
    mediaType: Type.String({ maxLength: 100 }),
    byteSize: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false, title: 'Attachment' },
);
export type Attachment = Static<typeof Attachment>;

/** Longer than any title a department has been seen to give. */
export const longestTitle = 120;
/** As server/richText takes it. */
export const longestBody = 500_000;

export const announcementFields = {
  kind: AnnouncementKind,
  title: Type.String({ maxLength: longestTitle, description: '标题' }),
  body: Type.String({ maxLength: longestBody, description: '正文，只含允许的标记；图片写作 file:哈希' }),
  summary: optional(300, '摘要，列表和分享时显示'),
  indexNumber: optional(60, '索引号；不填则发布时自动编号'),
  issuingBody: optional(200, '发文机关'),
  documentNumber: optional(80, '发文字号，例如 云政发〔2026〕12号'),
  writtenOn: date('成文日期'),
  subjectClass: optional(60, '主题分类'),
  validity: Type.Optional(Validity),
  keywords: listOf(line(30, '关键词'), 20, '关键词'),
  topics: listOf(TopicCode, 10, '主题和人生大事'),
  attachments: listOf(Attachment, 20, '附件'),
  /** Derived from the body when it is saved. */
  pictures: listOf(FileHash, 200, '正文里的图片'),
  explainedIds: listOf(AnnouncementId, 10, '所解读的政策文件'),
  guideIds: listOf(Type.String({ pattern: '^[0-9]{1,15}$' }), 20, '涉及的办事指南'),
  officeCodes: listOf(OfficeCode, 20, '涉及的办事大厅'),
  /** Shown with its guides and offices, and on the first page when urgent, from the first to the last of these days. */
  shownFrom: date('从哪天起提示'),
  shownUntil: date('提示到哪天'),
  effectiveOn: date('施行日期'),
  expiresOn: date('有效期至'),
};

export const AnnouncementContent = Type.Object(announcementFields, { additionalProperties: false, title: 'AnnouncementContent' });
export type AnnouncementContent = Static<typeof AnnouncementContent>;
