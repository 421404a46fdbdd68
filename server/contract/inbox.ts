import { Type, type Static } from 'typebox';
import { pageOf } from './pagination';

const kinds = ['staff_task', 'staff_result', 'announcement', 'guide_changed', 'message_progress', 'appointment'] as const;

/** 待办, 办理结果（工作人员）, 公告, 指南变更, 留言进展, 预约 */
export const NoticeKind = Type.Unsafe<(typeof kinds)[number]>({ type: 'string', enum: kinds, title: 'NoticeKind' });
export type NoticeKind = Static<typeof NoticeKind>;

/** Something the reader was told. */
export const InboxNotice = Type.Object(
  {
    id: Type.String(),
    kind: NoticeKind,
    title: Type.String(),
    body: Type.String(),
    path: Type.String({ description: '点开后的页面' }),
    occurredAt: Type.String({ format: 'date-time' }),
    readAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  },
  { title: 'InboxNotice' },
);
export type InboxNotice = Static<typeof InboxNotice>;

export const InboxPage = pageOf(InboxNotice);
export type InboxPage = Static<typeof InboxPage>;

export const UnreadCount = Type.Object(
  {
    count: Type.Integer({ minimum: 0, maximum: 99 }),
    label: Type.String({ description: '给人看的数量，超过 99 时为“99+”' }),
  },
  { title: 'UnreadCount' },
);
export type UnreadCount = Static<typeof UnreadCount>;

const NoticeId = Type.String({ pattern: '^[1-9][0-9]{0,15}$' });

export const NoticeIdParams = Type.Object({ noticeId: NoticeId }, { additionalProperties: false });

export const MarkAllReadBody = Type.Object(
  { upTo: Type.String({ pattern: '^[1-9][0-9]{0,15}$', description: '看到的最新一条的 id；之后才到的仍是未读' }) },
  { additionalProperties: false, title: 'MarkAllReadBody' },
);
export type MarkAllReadBody = Static<typeof MarkAllReadBody>;
