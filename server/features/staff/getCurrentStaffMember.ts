import { dateInShanghai } from '../../clock';
import { CurrentStaffMember, type StaffArea } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { mayEditBodyNames, mayReadAnnouncements } from '../../staff/announcementPolicy';
import { staffNameContext } from '../../staff/inviteStaffMember';
import { departmentsEdited, worksOnGuides } from '../../guideDrafts/guideDraftPolicy';
import { mayReadImports } from '../../staff/guideImportPolicy';
import { mayChangeOffices, mayChangeSynonyms, mayReadDepartments } from '../../staff/registerPolicy';
import { mayReadReports, mayReadSearches } from '../../staff/reportPolicy';
import { departmentsWith } from '../../staff/staffSession';
import { findStandIns } from '../../staff/standIns';
import { findGrantedRoles } from './grantedRolesRepository';

export const getCurrentStaffMember = staffEndpoint(
  { method: 'GET', url: '/staff/current', summary: '工作台：我的职责和可以打开的页面', reply: CurrentStaffMember },
  async ({ app, staff }) => {
    const member = await app.db.selectFrom('staff_members').where('id', '=', staff.staffId).select(['name_encrypted', 'position']).executeTakeFirstOrThrow();
    const mayOpen: readonly (readonly [StaffArea, boolean])[] = [
      ['reports', mayReadReports(staff)],
      ['announcements', mayReadAnnouncements(staff)],
      ['searches', mayReadSearches(staff)],
      ['body_names', mayEditBodyNames(staff)],
      ['guide_drafts', worksOnGuides(staff)],
      ['guide_reviews', departmentsEdited(staff).length > 0],
      ['synonyms', mayChangeSynonyms(staff)],
      ['imports', mayReadImports(staff)],
      ['departments', mayReadDepartments(staff)],
      ['offices', mayChangeOffices(staff)],
      ['members', departmentsWith(staff, ['administrator']).length > 0],
      ['audit', departmentsWith(staff, ['auditor']).length > 0],
    ];
    const now = app.clock.now();
    const covered = (await findStandIns(app.db, staff.staffId, now)).filter(({ absent_id: absentId }) => staff.standsInFor.includes(absentId));
    return {
      id: staff.staffId,
      name: app.encryption.decrypt(member.name_encrypted, staffNameContext),
      position: member.position,
      roles: await findGrantedRoles(app.db, staff.staffId),
      areas: mayOpen.filter(([, isAllowed]) => isAllowed).map(([area]) => area),
      standsInFor: covered
        .filter(({ starts_at: startsAt }) => startsAt <= now)
        .map((absence) => ({ name: app.encryption.decrypt(absence.absent_name, staffNameContext), until: dateInShanghai(new Date(absence.ends_at.getTime() - 1)) })),
    };
  },
);
