import { CurrentStaffMember, type StaffArea } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { staffNameContext } from '../../staff/inviteStaffMember';
import { mayReadReports, mayReadSearches, reportScope } from '../../staff/reportPolicy';
import { countOpenReports } from '../../staff/openReports';
import { findGrantedRoles } from './invitationRepository';

export const getCurrentStaffMember = staffEndpoint(
  { method: 'GET', url: '/staff/current', summary: '工作台：我的职责和等着我的事', reply: CurrentStaffMember },
  async ({ app, staff }) => {
    const member = await app.db.selectFrom('staff_members').where('id', '=', staff.staffId).select(['name_encrypted', 'position']).executeTakeFirstOrThrow();
    const areas: StaffArea[] = [...(mayReadReports(staff) ? (['reports'] as const) : []), ...(mayReadSearches(staff) ? (['searches'] as const) : [])];
    return {
      name: app.encryption.decrypt(member.name_encrypted, staffNameContext),
      position: member.position,
      roles: await findGrantedRoles(app.db, staff.staffId),
      areas,
      openReports: await countOpenReports(app.db, await reportScope(app.db, staff)),
    };
  },
);
