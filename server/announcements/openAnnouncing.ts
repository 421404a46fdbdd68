import type { FastifyInstance } from 'fastify';
import type { Announcing } from './announcing';
import { publishDue } from './publishDue';

const job = 'publish-announcements';

/**
 * The steps of announcements over an app's parts. Publication on time hangs on a job that is sent with the approval, and on a sweep
 * every minute for whatever it missed; both look at the state, so neither publishes anything twice.
 */
export function openAnnouncing(app: FastifyInstance): Announcing {
  const { db, clock, encryption, files, config } = app;
  const ownHost = config.PUBLIC_URL === undefined ? undefined : new URL(config.PUBLIC_URL).host;
  const due = app.jobs.define<{ publishAt?: string }, string[]>(job, { prepare: () => publishDue(db, clock.now(), app.log), apply: async () => undefined });
  app.jobs.schedule(job, '* * * * *');
  return { db, clock, encryption, files, ownHost, schedulePublication: async (tx, at) => void (await due.send(tx, { publishAt: at.toISOString() }, { startAfter: at })) };
}
