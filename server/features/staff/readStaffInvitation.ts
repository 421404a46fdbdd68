import { ApiError } from '../../apiError';
import { InvitationParams, StaffInvitation } from '../../contract/staff';
import { publicEndpoint } from '../../endpoint';
import { maskPhoneNumber } from '../../presenters/citizenPresenter';
import { staffNameContext, staffPhoneContext } from '../../staff/inviteStaffMember';
import { findInvitation } from '../../staff/acceptInvitation';
import { findGrantedRoles } from './grantedRolesRepository';

/** Whoever has the link may read it; only the owner of the number can accept. */
export const readStaffInvitation = publicEndpoint(
  {
    method: 'GET',
    url: '/staff-invitations/:token',
    summary: '工作人员邀请的内容',
    params: InvitationParams,
    reply: StaffInvitation,
    errors: ['invitation_not_found'],
    limits: [{ per: 'address', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params }) => {
    const found = await findInvitation(app.db, params.token, app.clock.now());
    if (found === undefined) throw new ApiError('invitation_not_found');
    return {
      name: app.encryption.decrypt(found.name_encrypted, staffNameContext),
      maskedPhoneNumber: maskPhoneNumber(app.encryption.decrypt(found.phone_number_encrypted, staffPhoneContext)),
      position: found.position,
      roles: await findGrantedRoles(app.db, found.id),
      expiresAt: found.expires_at.toISOString(),
    };
  },
);
