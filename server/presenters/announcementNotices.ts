import { sql, type RawBuilder } from 'kysely';

/**
 * Whether an announcement is to be pointed out on this day: between the days it names, and while it is valid. Of the other kinds
 * only what names a last day: a policy is about a guide for years, and nobody wants to be told of it each time.
 */
export function isPointedOut(today: string): RawBuilder<boolean> {
  return sql<boolean>`(announcements.kind in ('service_notice', 'urgent_notice') or announcements.shown_until is not null)
    and coalesce(announcements.shown_from, '') <= ${today}
    and coalesce(announcements.shown_until, announcements.expires_on, '9999') >= ${today}
    and coalesce(announcements.validity, 'in_force') = 'in_force'`;
}
