import { ApiError } from '../../apiError';
import { BodyNameList } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { mayEditBodyNames, mayReadBodyNames } from '../../staff/announcementPolicy';

export const listBodyNames = staffEndpoint(
  { method: 'GET', url: '/staff/body-names', summary: '机构名称的错误说法和正确说法，检查公告时用', reply: BodyNameList },
  async ({ app, staff }) => {
    if (!mayReadBodyNames(staff)) throw new ApiError('not_allowed');
    return { items: await app.db.selectFrom('body_names').select(['id', 'wrong', 'right']).orderBy('wrong').execute(), mayEdit: mayEditBodyNames(staff) };
  },
);
