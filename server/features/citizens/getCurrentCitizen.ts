import { ApiError } from '../../apiError';
import { Citizen } from '../../contract/citizens';
import { citizenEndpoint } from '../../endpoint';
import { presentCitizen } from '../../presenters/citizenPresenter';
import { isActiveStaff } from '../../staff/staffSession';

export const getCurrentCitizen = citizenEndpoint(
  { method: 'GET', url: '/citizens/current', summary: '我的账号', reply: Citizen },
  async ({ app, citizen }) => {
    const row = await app.db.selectFrom('citizens').where('id', '=', citizen.citizenId).selectAll().executeTakeFirst();
    if (row === undefined) throw new ApiError('session_expired');
    return presentCitizen(row, await isActiveStaff(app.db, row.id), app.encryption);
  },
);
