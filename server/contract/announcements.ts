import { Type, type Static } from 'typebox';
import { AnnouncementContent, AnnouncementId, AnnouncementKind, Validity } from './announcementContent';
import { DepartmentRef } from './departments';
import { FileHash } from './guideContent';
import { OfficeCode } from './offices';
import { PageQuery, pageOf } from './pagination';
import { GuideRef } from './serviceGuides';
import { TopicCode } from './topics';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const instant = (description: string) => Type.String({ format: 'date-time', description });

export const PublicAnnouncementStatus = Type.Unsafe<'published' | 'withdrawn' | 'archived'>({ type: 'string', enum: ['published', 'withdrawn', 'archived'], title: 'PublicAnnouncementStatus' });

export const AnnouncementSummary = Type.Object(
  {
    id: Type.String(),
    kind: AnnouncementKind,
    title: Type.String(),
    department: DepartmentRef,
    summary: nullable(Type.String()),
    documentNumber: nullable(Type.String()),
    /** 有效期至 is over: expired, whatever was written. */
    validity: nullable(Validity),
    publishedAt: instant('首次发布的时间'),
    correctedAt: nullable(instant('最近一次更正的时间')),
    status: PublicAnnouncementStatus,
    hasAttachments: Type.Boolean(),
  },
  { title: 'AnnouncementSummary' },
);
export type AnnouncementSummary = Static<typeof AnnouncementSummary>;

export const AnnouncementPage = pageOf(AnnouncementSummary);
export type AnnouncementPage = Static<typeof AnnouncementPage>;

export const AnnouncementRef = Type.Object({ id: Type.String(), title: Type.String(), kind: AnnouncementKind, publishedAt: instant('首次发布的时间') }, { title: 'AnnouncementRef' });
export type AnnouncementRef = Static<typeof AnnouncementRef>;

/** One version in the public change log. */
export const AnnouncementChange = Type.Object(
  { version: Type.Integer({ minimum: 1 }), publishedAt: instant('这一版发布的时间'), reason: nullable(Type.String({ description: '更正的原因；第一版为空' })) },
  { title: 'AnnouncementChange' },
);
export type AnnouncementChange = Static<typeof AnnouncementChange>;

export const Announcement = Type.Object(
  {
    id: Type.String(),
    department: DepartmentRef,
    status: PublicAnnouncementStatus,
    version: Type.Integer({ minimum: 1 }),
    publishedAt: instant('首次发布的时间'),
    correctedAt: nullable(instant('最近一次更正的时间')),
    validity: nullable(Validity),
    withdrawn: nullable(Type.Object({ at: instant('撤回的时间'), reason: Type.String() })),
    archivedAt: nullable(instant('归档的时间')),
    /** When it is withdrawn only what names it (title, numbers, date); the body is empty: the page stays and says so. */
    content: AnnouncementContent,
    changes: Type.Array(AnnouncementChange, { description: '更正记录，新的在前' }),
    topics: Type.Array(Type.Object({ code: TopicCode, name: Type.String() })),
    guides: Type.Array(GuideRef, { description: '涉及的办事指南' }),
    offices: Type.Array(Type.Object({ code: OfficeCode, name: Type.String() })),
    explains: Type.Array(AnnouncementRef, { description: '所解读的政策文件' }),
    explainedBy: Type.Array(AnnouncementRef, { description: '解读它的文章' }),
  },
  { title: 'Announcement' },
);
export type Announcement = Static<typeof Announcement>;

/** An earlier version as it was read. */
export const AnnouncementVersion = Type.Object(
  { id: Type.String(), version: Type.Integer({ minimum: 1 }), publishedAt: instant('这一版发布的时间'), replacedAt: nullable(instant('被下一版代替的时间')), reason: nullable(Type.String()), content: AnnouncementContent },
  { title: 'AnnouncementVersion' },
);
export type AnnouncementVersion = Static<typeof AnnouncementVersion>;

export const AnnouncementQuery = Type.Object(
  {
    ...PageQuery,
    kind: Type.Optional(AnnouncementKind),
    departmentId: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$', description: '部门，包括它的下属单位' })),
    topic: Type.Optional(TopicCode),
    year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100, description: '首次发布的年份' })),
    guideId: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$', description: '涉及这份指南、今天仍在提示期内的' })),
    officeCode: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$', description: '涉及这个大厅、今天仍在提示期内的' })),
    archived: Type.Optional(Type.Boolean({ description: '只看已归档的' })),
  },
  { additionalProperties: false },
);
export type AnnouncementQuery = Static<typeof AnnouncementQuery>;

export const AnnouncementIdParams = Type.Object({ announcementId: AnnouncementId }, { additionalProperties: false });
export const AnnouncementVersionParams = Type.Object({ announcementId: AnnouncementId, version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) }, { additionalProperties: false });
export const AnnouncementFileParams = Type.Object({ announcementId: AnnouncementId, hash: FileHash }, { additionalProperties: false });

export const AnnouncementSearchQuery = Type.Object(
  {
    query: Type.String({ minLength: 1, maxLength: 100, description: '标题、文号或正文里的词' }),
    limit: PageQuery.limit,
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100, default: 0, description: '从第几条开始' })),
  },
  { additionalProperties: false },
);
export type AnnouncementSearchQuery = Static<typeof AnnouncementSearchQuery>;

export const FoundAnnouncement = Type.Object(
  { announcement: AnnouncementSummary, reason: Type.String({ description: '为什么找到它，一句话' }) },
  { title: 'FoundAnnouncement' },
);
export type FoundAnnouncement = Static<typeof FoundAnnouncement>;

export const AnnouncementSearchResult = Type.Object(
  {
    items: Type.Array(FoundAnnouncement),
    total: Type.Integer({ minimum: 0, description: '找到多少条，最多 60' }),
    nextOffset: nullable(Type.Integer()),
    understoodAs: nullable(Type.String({ description: '改正了错字或认出了拼音时的一句话' })),
    isNear: Type.Boolean({ description: '没有真正对得上的，只有相近的' }),
  },
  { title: 'AnnouncementSearchResult' },
);
export type AnnouncementSearchResult = Static<typeof AnnouncementSearchResult>;

export const AnnouncementFiltersQuery = Type.Object({ archived: AnnouncementQuery.properties.archived }, { additionalProperties: false });

const counted = { count: Type.Integer({ minimum: 1 }) };

/** What the list can be narrowed to, as far as something is there. */
export const AnnouncementFilters = Type.Object(
  {
    years: Type.Array(Type.Object({ year: Type.Integer(), ...counted }), { description: '新的在前' }),
    departments: Type.Array(Type.Object({ ...DepartmentRef.properties, ...counted })),
    topics: Type.Array(Type.Object({ code: TopicCode, name: Type.String(), ...counted })),
  },
  { title: 'AnnouncementFilters' },
);
export type AnnouncementFilters = Static<typeof AnnouncementFilters>;
