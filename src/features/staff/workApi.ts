import type { UnreadCount } from '../../../server/contract/inbox';
import type { CurrentStaffMember } from '../../../server/contract/staff';
import type { StaffWorkList } from '../../../server/contract/work';
import type { ApiClient } from '../../api/ApiClient';

/** What the workbench shows. */
export const workApi = (client: ApiClient) => ({
  /** @throws ApiError not_allowed for who is no staff member */
  readCurrentMember: () => client.request<CurrentStaffMember>({ path: '/staff/current' }),
  listWork: () => client.request<StaffWorkList>({ path: '/staff/work' }),
  countUnread: () => client.request<UnreadCount>({ path: '/inbox/unread-count' }),
});
export type WorkApi = ReturnType<typeof workApi>;
