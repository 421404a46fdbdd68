import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DraftActor } from '../../guideDrafts/recordDraftStep';
import { staffActor } from '../../staff/staffActor';
import type { StaffSession } from '../../staff/staffSession';

/** Who calls, for the timeline and the audit trail. */
export const actorOf = (app: FastifyInstance, staff: StaffSession, request: FastifyRequest): DraftActor => ({
  staffId: staff.staffId,
  at: app.clock.now(),
  by: staffActor(staff, request),
});
