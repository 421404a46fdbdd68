import { citizenEndpoint } from '../../endpoint';

export const endCurrentSession = citizenEndpoint(
  { method: 'DELETE', url: '/sessions/current', summary: '退出登录' },
  async ({ app, citizen }) => {
    await app.db.deleteFrom('sessions').where('id', '=', citizen.sessionId).execute();
  },
);
