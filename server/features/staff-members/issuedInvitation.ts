import type { FastifyInstance, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { IssuedInvitation } from '../../contract/staffMembers';
import { invitationPath, type Invitation } from '../../staff/inviteStaffMember';

/** The link and its QR code go out in the reply: as an address of a picture the token would stand in logs. */
export async function presentInvitation({ config }: FastifyInstance, request: FastifyRequest, memberId: string, { token, expiresAt }: Invitation): Promise<IssuedInvitation> {
  const path = invitationPath(token);
  const link = new URL(path, config.PUBLIC_URL ?? `${request.protocol}://${request.host}`).href;
  const svg = await QRCode.toString(link, { type: 'svg', margin: 2 });
  return { memberId, link, path, qrCode: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, expiresAt: expiresAt.toISOString() };
}
