import { Type, type Static } from 'typebox';
import { PageQuery, pageOf } from './pagination';

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: [...names], title });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** 正在核对, 等确认, 等审核, 正在写入, 已导入, 文件读不出, 没有完成, 已取消. */
export const GuideImportStatus = literals('GuideImportStatus', ['previewing', 'previewed', 'submitted', 'applying', 'applied', 'unreadable', 'failed', 'cancelled']);
export type GuideImportStatus = Static<typeof GuideImportStatus>;

/** 新增, 修改, 取消, 不变, 不能导入. */
export const ImportRowKind = literals('ImportRowKind', ['added', 'changed', 'cancelled', 'unchanged', 'refused']);
export type ImportRowKind = Static<typeof ImportRowKind>;

const GuideImportAction = literals('GuideImportAction', ['confirm', 'submit', 'cancel']);
export type GuideImportAction = Static<typeof GuideImportAction>;

const Count = Type.Integer({ minimum: 0 });
export const ImportCounts = Type.Object({ added: Count, changed: Count, cancelled: Count, unchanged: Count, refused: Count }, { title: 'ImportCounts' });
export type ImportCounts = Static<typeof ImportCounts>;

export const GuideImport = Type.Object(
  {
    id: Type.String(),
    fileName: Type.String(),
    requestedBy: nullable(Type.String({ description: '谁导入的' })),
    isOwn: Type.Boolean(),
    requestedAt: Type.String({ format: 'date-time' }),
    status: GuideImportStatus,
    preview: Type.Integer({ minimum: 0, description: '第几次核对；确认时交回' }),
    isRemade: Type.Boolean({ description: '上次确认时内容已经有变，这是重新核对的结果' }),
    rowsRead: Type.Integer({ minimum: 0, description: '已经读了多少行' }),
    rowWord: Type.String({ description: '行或条' }),
    counts: nullable(ImportCounts),
    unknownHeaders: Type.Array(Type.String(), { description: '没有用到的列' }),
    notes: Type.Array(Type.String()),
    problem: nullable(Type.String({ description: '文件为什么读不出' })),
    hasRefusedRows: Type.Boolean({ description: '可以下载没有通过的行' }),
    decidedBy: nullable(Type.String({ description: '谁确认的' })),
    decidedAt: nullable(Type.String({ format: 'date-time' })),
    allowedActions: Type.Array(GuideImportAction),
  },
  { title: 'GuideImport' },
);
export type GuideImport = Static<typeof GuideImport>;

export const GuideImportPage = pageOf(GuideImport);
export type GuideImportPage = Static<typeof GuideImportPage>;
export const GuideImportQuery = Type.Object({ cursor: PageQuery.cursor, limit: PageQuery.limit }, { additionalProperties: false });

export const ImportRow = Type.Object(
  {
    position: Type.Integer(),
    kind: ImportRowKind,
    sheet: Type.String({ description: '工作表' }),
    row: Type.Integer({ description: '第几行' }),
    code: nullable(Type.String()),
    name: nullable(Type.String()),
    changes: Type.Array(Type.Object({ field: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()) }), { description: '改动的每一项，用文字表示' }),
    reasons: Type.Array(Type.Object({ column: nullable(Type.String()), message: Type.String() }), { description: '不能导入的原因' }),
  },
  { title: 'ImportRow' },
);
export type ImportRow = Static<typeof ImportRow>;

export const ImportRowPage = pageOf(ImportRow);
export type ImportRowPage = Static<typeof ImportRowPage>;
export const ImportRowQuery = Type.Object({ cursor: PageQuery.cursor, limit: PageQuery.limit, kind: Type.Optional(ImportRowKind) }, { additionalProperties: false });

export const GuideImportParams = Type.Object({ importId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

export const StartGuideImportBody = Type.Object(
  { fileHash: Type.String({ pattern: '^[0-9a-f]{64}$', description: '用途为 guide_import 的上传结果' }) },
  { additionalProperties: false, title: 'StartGuideImportBody' },
);

/** What the person has seen and agrees to. */
export const DecideGuideImportBody = Type.Object(
  {
    preview: Type.Integer({ minimum: 1, description: '看过的是第几次核对' }),
    withoutRefused: Type.Boolean({ description: '有不能导入的行时，同意只导入其余的' }),
  },
  { additionalProperties: false, title: 'DecideGuideImportBody' },
);
export type DecideGuideImportBody = Static<typeof DecideGuideImportBody>;
