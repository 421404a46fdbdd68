import { SignInRequest } from '../../contract/confirmations';
import { hashToken, newToken } from '../../encryption/tokens';
import { publicEndpoint } from '../../endpoint';
import { addRequest } from './confirmationRepository';

export const createSignInRequest = publicEndpoint(
  {
    method: 'POST',
    url: '/sign-in-requests',
    summary: '电脑上的浏览器请求登录：取得二维码的内容，等工作人员用手机确认',
    reply: SignInRequest,
    status: 201,
    // A whole office may stand behind one address; nobody needs a new code more often than this.
    limits: [{ per: 'address', limit: 120, windowSeconds: 600 }],
  },
  async ({ app, request }) => {
    // The secret goes to this browser only; it is not in the QR code, so that whoever photographs that gets nothing.
    const secret = newToken();
    const added = await addRequest({ app, request }, { kind: 'sign_in', act: null, asked_by: null, session_id: null, secret_hash: hashToken(secret) });
    return { ...added, secret };
  },
);
