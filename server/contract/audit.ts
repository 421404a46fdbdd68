import { Type, type Static } from 'typebox';
import { PageQuery, pageOf } from './pagination';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Name = Type.String({ pattern: '^[a-z_]{1,60}$' });

/** 谁: the member by the name they had then, a citizen, a command on the server, or the system by itself. */
export const AuditRecord = Type.Object(
  {
    id: Type.String(),
    occurredAt: Type.String({ format: 'date-time' }),
    actor: Type.Object({ kind: Type.Unsafe<'staff' | 'citizen' | 'command' | 'system'>({ type: 'string', enum: ['staff', 'citizen', 'command', 'system'] }), id: nullable(Type.String()), name: Type.String() }),
    standsInFor: Type.Array(Type.String({ description: '当时代谁' })),
    action: Type.String(),
    actionName: Type.String({ description: '给人看的操作' }),
    objectKind: Type.String(),
    objectKindName: Type.String({ description: '给人看的对象类别' }),
    objectId: Type.String(),
    before: nullable(Type.String({ description: '之前，JSON' })),
    after: nullable(Type.String({ description: '之后，JSON' })),
    clientAddress: nullable(Type.String()),
    isSealed: Type.Boolean({ description: '已经封存进链' }),
  },
  { title: 'AuditRecord' },
);
export type AuditRecord = Static<typeof AuditRecord>;

export const AuditRecordPage = pageOf(AuditRecord);
export type AuditRecordPage = Static<typeof AuditRecordPage>;

const filter = {
  from: Type.Optional(Type.String({ format: 'date', description: '从哪天（含）' })),
  to: Type.Optional(Type.String({ format: 'date', description: '到哪天（含）' })),
  actorName: Type.Optional(Type.String({ minLength: 1, maxLength: 50, description: '工作人员姓名或其中几个字' })),
  action: Type.Optional(Name),
  objectKind: Type.Optional(Name),
  objectId: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
};

export const AuditQuery = Type.Object({ ...filter, cursor: PageQuery.cursor, limit: PageQuery.limit }, { additionalProperties: false });

export const ExportAuditBody = Type.Object(filter, { additionalProperties: false, title: 'ExportAuditBody' });
export type AuditFilter = Static<typeof ExportAuditBody>;

const Word = Type.Object({ id: Type.String(), name: Type.String() });

export const AuditWords = Type.Object({ actions: Type.Array(Word), objectKinds: Type.Array(Word) }, { title: 'AuditWords' });
export type AuditWords = Static<typeof AuditWords>;
