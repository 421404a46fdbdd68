import { Type, type Static } from 'typebox';
import { TopicCode, TopicKind } from './topics';

const followedAt = Type.String({ format: 'date-time' });

/** Everything a citizen follows, the latest first. */
export const FollowList = Type.Object(
  {
    departments: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), followedAt })),
    topics: Type.Array(Type.Object({ code: TopicCode, kind: TopicKind, name: Type.String(), followedAt })),
  },
  { title: 'FollowList' },
);
export type FollowList = Static<typeof FollowList>;

export const FollowedDepartmentParams = Type.Object({ departmentId: Type.String({ pattern: '^[1-9][0-9]{0,15}$' }) }, { additionalProperties: false });

export const FollowedTopicParams = Type.Object({ topic: TopicCode }, { additionalProperties: false });
