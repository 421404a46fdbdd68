import { ApiError } from '../../apiError';
import { InvitationParams } from '../../contract/staff';
import { recordAudit } from '../../audit/recordAudit';
import { citizenEndpoint } from '../../endpoint';
import { acceptFor, findInvitation } from './invitationRepository';

export const acceptStaffInvitation = citizenEndpoint(
  {
    method: 'PUT',
    url: '/staff-invitations/:token/acceptance',
    summary: '接受邀请，成为工作人员：须绑定受邀的手机号，只能用一次',
    params: InvitationParams,
    errors: ['invitation_not_found', 'phone_number_required', 'phone_number_mismatch', 'already_staff'],
    limits: [{ per: 'citizen', limit: 30, windowSeconds: 3_600 }],
  },
  async ({ app, params, citizen, request }) => {
    const now = app.clock.now();
    await app.db.transaction().execute(async (tx) => {
      const invitation = await findInvitation(tx, params.token, now);
      if (invitation === undefined) throw new ApiError('invitation_not_found');
      const person = await tx.selectFrom('citizens').where('id', '=', citizen.citizenId).select('phone_number_index').forUpdate().executeTakeFirst();
      if (person === undefined) throw new ApiError('session_expired');
      if (person.phone_number_index === null) throw new ApiError('phone_number_required');
      if (person.phone_number_index !== invitation.phone_number_index) throw new ApiError('phone_number_mismatch');
      const already = await tx.selectFrom('staff_members').where('citizen_id', '=', citizen.citizenId).select('id').executeTakeFirst();
      if (already !== undefined) throw new ApiError('already_staff');
      if (!(await acceptFor(tx, invitation, citizen.citizenId, now))) throw new ApiError('invitation_not_found');
      await recordAudit(tx, {
        actorKind: 'citizen',
        actorId: citizen.citizenId,
        action: 'accept_invitation',
        objectKind: 'staff_member',
        objectId: invitation.id,
        before: { status: 'invited' },
        after: { status: 'active' },
        clientAddress: request.ip,
        requestId: request.id,
        at: now,
      });
    });
  },
);
