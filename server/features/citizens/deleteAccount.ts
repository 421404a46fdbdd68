import { citizenEndpoint } from '../../endpoint';

export const deleteAccount = citizenEndpoint(
  { method: 'DELETE', url: '/citizens/current', summary: '注销账号：立即删除我的全部信息，所有设备退出登录' },
  async ({ app, citizen }) => {
    // Everything that is a citizen's own hangs on this row and goes with it.
    await app.db.deleteFrom('citizens').where('id', '=', citizen.citizenId).execute();
  },
);
