import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { citizenEndpoint } from '../../endpoint';

export const endSession = citizenEndpoint(
  {
    method: 'DELETE',
    url: '/sessions/:sessionId',
    summary: '让我的另一台设备退出登录',
    params: Type.Object({ sessionId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
    errors: ['session_not_found'],
  },
  async ({ app, params, citizen }) => {
    const { numDeletedRows } = await app.db
      .deleteFrom('sessions')
      .where('id', '=', params.sessionId)
      .where('citizen_id', '=', citizen.citizenId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new ApiError('session_not_found');
  },
);
