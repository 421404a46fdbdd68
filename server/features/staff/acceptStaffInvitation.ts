import { InvitationParams } from '../../contract/staff';
import { citizenEndpoint } from '../../endpoint';
import { acceptInvitation } from '../../staff/acceptInvitation';

export const acceptStaffInvitation = citizenEndpoint(
  {
    method: 'PUT',
    url: '/staff-invitations/:token/acceptance',
    summary: '接受邀请，成为工作人员：须绑定受邀的手机号，只能用一次',
    params: InvitationParams,
    errors: ['invitation_not_found', 'phone_number_required', 'phone_number_mismatch', 'already_staff'],
    limits: [{ per: 'citizen', limit: 30, windowSeconds: 3_600 }],
  },
  ({ app, params, citizen, request }) =>
    app.db
      .transaction()
      .execute((tx) => acceptInvitation(tx, params.token, citizen.citizenId, { clientAddress: request.ip, requestId: request.id }, app.clock.now())),
);
