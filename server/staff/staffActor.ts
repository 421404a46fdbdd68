import type { FastifyRequest } from 'fastify';
import type { AuditEntry } from '../audit/recordAudit';
import type { StaffSession } from './staffSession';

/** Whoever does something, as an audit entry begins. */
export type Actor = Pick<AuditEntry, 'actorKind' | 'actorId' | 'standsInFor' | 'clientAddress' | 'requestId'>;

/** The member who made the request; an act of a stand-in stays their own and says for whom they stand in. */
export const staffActor = (staff: StaffSession, request: FastifyRequest): Actor => ({
  actorKind: 'staff',
  actorId: staff.staffId,
  standsInFor: staff.standsInFor,
  clientAddress: request.ip,
  requestId: request.id,
});

export const commandActor: Actor = { actorKind: 'command', actorId: null };
export const systemActor: Actor = { actorKind: 'system', actorId: null };
