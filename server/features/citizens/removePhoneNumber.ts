import { citizenEndpoint } from '../../endpoint';

export const removePhoneNumber = citizenEndpoint(
  { method: 'DELETE', url: '/citizens/current/phone-number', summary: '解绑手机号；没有绑定也不会出错' },
  async ({ app, citizen }) => {
    await app.db
      .updateTable('citizens')
      .set({ phone_number_encrypted: null, phone_number_index: null, phone_number_bound_at: null, phone_number_proof: null })
      .where('id', '=', citizen.citizenId)
      .execute();
  },
);
